import type { KnowledgeDocumentView } from '@piloto/api-client';
import { failureText, useFormat, useRemoteProps } from '@piloto/runtime';
import {
  AlertDialog,
  Button,
  Icon,
  IconButton,
  Menu,
  MenuItem,
  MissingValue,
  Progress,
  StatusDot,
  TableCell,
  TableRow,
} from '@piloto/ui';
import { CircleX, Ellipsis, FileText, RotateCw, Trash2, Type } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../messages.ts';
import { useCancelDocument, useDeleteDocument, useRetryDocument } from '../api/knowledge.ts';
import { canRetry, isProcessing, STATUS_TONES } from '../rules.ts';

type Props = { document: KnowledgeDocumentView; mayWrite: boolean };

export function DocumentRow({ document, mayWrite }: Props) {
  const t = useText();
  const format = useFormat();
  const { status, stalled, progress } = document;
  const missing = <MissingValue label={t('knowledge.none')} />;
  return (
    <TableRow>
      <TableCell>
        <span className="flex min-w-0 items-center gap-2" title={document.title}>
          <Icon icon={document.source === 'text' ? Type : FileText} className="text-ink-3" />
          <span className="truncate font-medium">{document.title}</span>
        </span>
      </TableCell>
      <TableCell>
        <StatusDot tone={stalled ? 'amber' : STATUS_TONES[status]}>
          {stalled ? t('knowledge.stalled') : t(`knowledge.status.${status}`)}
        </StatusDot>
      </TableCell>
      <TableCell className="text-12 text-ink-3 max-md:hidden">
        <span className="flex min-w-0 items-center gap-2">
          <Advance document={document} />
          {mayWrite && canRetry(document) && <RetryButton document={document} />}
        </span>
      </TableCell>
      <TableCell numeric className="max-md:hidden">
        {progress.done > 0 ? format.number(progress.done) : missing}
      </TableCell>
      <TableCell numeric className="max-lg:hidden">
        {format.bytes(document.size)}
      </TableCell>
      <TableCell numeric className="max-md:hidden">
        <time dateTime={document.updated_at} title={format.dateTime(document.updated_at)}>
          {format.age(document.updated_at)}
        </time>
      </TableCell>
      <TableCell className="text-right">{mayWrite && <DocumentActions document={document} />}</TableCell>
    </TableRow>
  );
}

/** Where the document is on its way, or why it is not ready. */
function Advance({ document }: { document: KnowledgeDocumentView }) {
  const t = useText();
  const format = useFormat();
  const { cause, progress, status } = document;
  if (cause !== null)
    return (
      <span className="truncate" title={cause.text}>
        {cause.text}
      </span>
    );
  if (!isProcessing(document) || progress.total === null)
    return document.pages === null ? null : t('knowledge.pages', { count: document.pages });
  return (
    <Progress
      label={t(`knowledge.status.${status}`)}
      hideLabel
      value={progress.done}
      max={progress.total}
      valueText={t('knowledge.progress', { done: format.number(progress.done), total: format.number(progress.total) })}
    />
  );
}

/** Runs one of the document's actions; a refusal is told, and the list shows what is true. */
function useAct({ id, title }: KnowledgeDocumentView) {
  const t = useText();
  const { events } = useRemoteProps();
  return (act: ReturnType<typeof useRetryDocument>) => (): void => {
    act.mutate(id, {
      onError: (error) =>
        events.emit('toast', { tone: 'error', title: t('knowledge.actFailed', { title }), detail: failureText(error) }),
    });
  };
}

function RetryButton({ document }: { document: KnowledgeDocumentView }) {
  const t = useText();
  const retry = useRetryDocument();
  const run = useAct(document);
  return (
    <Button variant="ghost" size="sm" busy={retry.isPending} onClick={run(retry)} className="ml-auto shrink-0">
      {t('knowledge.retry')}
    </Button>
  );
}

function DocumentActions({ document }: { document: KnowledgeDocumentView }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const retry = useRetryDocument();
  const cancel = useCancelDocument();
  const erase = useDeleteDocument();
  const { title } = document;
  const run = useAct(document);
  return (
    <span className="inline-flex">
      <Menu
        align="end"
        trigger={<IconButton icon={Ellipsis} size="sm" label={t('knowledge.actions', { title })} tooltip={false} />}
      >
        {canRetry(document) && (
          <MenuItem icon={RotateCw} onSelect={run(retry)}>
            {t('knowledge.retry')}
          </MenuItem>
        )}
        {isProcessing(document) && (
          <MenuItem icon={CircleX} onSelect={run(cancel)}>
            {t('knowledge.cancel')}
          </MenuItem>
        )}
        <MenuItem icon={Trash2} danger onSelect={() => setAsking(true)}>
          {t('knowledge.delete')}
        </MenuItem>
      </Menu>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('knowledge.deleteTitle')}
        description={t('knowledge.deleteHint', { title })}
        cancelLabel={t('cancel')}
        confirmLabel={t('knowledge.delete')}
        busy={erase.isPending}
        onConfirm={() => {
          run(erase)();
          setAsking(false);
        }}
      />
    </span>
  );
}
