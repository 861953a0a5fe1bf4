import type { Translate } from '@piloto/runtime';
import { BucketError } from './api/bucket.ts';
import type { ModuleChange } from './rules.ts';

/** `mfe-leads 0.1.0-a → 0.1.0-b`, one module after the other. */
export function changesInWords(t: Translate, changes: readonly ModuleChange[], isFirst: boolean): string {
  if (isFirst) return t('versions.change.first', { count: changes.length });
  if (changes.length === 0) return t('versions.change.none');
  return changes.map((change) => changeInWords(t, change)).join(', ');
}

function changeInWords(t: Translate, { name, before, after }: ModuleChange): string {
  if (before === undefined) return t('versions.change.added', { name, version: after?.version ?? '' });
  if (after === undefined) return t('versions.change.removed', { name, version: before.version });
  return t('versions.change.moved', { name, from: before.version, to: after.version });
}

/** Why a file of the bucket could not be read; it always names the file. */
export function bucketCause(t: Translate, error: unknown): string {
  if (!(error instanceof BucketError)) return t('failure.unexpected');
  const { file, failure } = error;
  switch (failure.kind) {
    case 'unreachable':
      return t('versions.cause.unreachable', { file });
    case 'missing':
      return t('versions.cause.missing', { file });
    case 'status':
      return t('versions.cause.status', { file, status: failure.status });
    case 'malformed':
      return t('versions.cause.malformed', { file, problem: failure.problem });
  }
}
