import type { KnowledgeDocumentView } from '@piloto/api-client';
import type { StatusTone } from '@piloto/ui';
import { z } from 'zod';

export const ACCEPTED = ['.txt', '.md', '.markdown', '.pdf', '.docx'] as const;
export const SIZE_LIMIT = 30 * 1000 * 1000;
export const QUERY_LENGTH = 1_000;

export type Group = 'processing' | 'problem';
export const groupSchema = z.enum(['processing', 'problem']).optional().catch(undefined);

type Status = KnowledgeDocumentView['status'];
export const STATUS_TONES: Record<Status, StatusTone> = {
  queued: 'ring',
  extracting: 'blue',
  splitting: 'blue',
  indexing: 'blue',
  ready: 'green',
  partial: 'amber',
  failed: 'red',
};

export const isProcessing = ({ status }: Pick<KnowledgeDocumentView, 'status'>): boolean =>
  status === 'queued' || status === 'extracting' || status === 'splitting' || status === 'indexing';

export const canRetry = (document: Pick<KnowledgeDocumentView, 'status' | 'stalled'>): boolean =>
  document.status === 'failed' || document.status === 'partial' || document.stalled;

/** Why a file is not worth sending: the key of a text, or undefined when it may go. */
export function refusalOf(file: { name: string; size: number }): 'kind' | 'size' | 'empty' | undefined {
  const name = file.name.toLowerCase();
  if (!ACCEPTED.some((ending) => name.endsWith(ending))) return 'kind';
  if (file.size === 0) return 'empty';
  return file.size > SIZE_LIMIT ? 'size' : undefined;
}

export const textSchema = z.object({
  title: z.string().trim().min(1, 'knowledge.errors.titleMissing').max(200, 'knowledge.errors.titleLong'),
  text: z.string().trim().min(1, 'knowledge.errors.textMissing').max(2_000_000, 'knowledge.errors.textLong'),
});
export type TextFields = z.infer<typeof textSchema>;
