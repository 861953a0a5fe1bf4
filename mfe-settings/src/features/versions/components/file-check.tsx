import type { Release } from '@piloto/contracts';
import { useRemoteProps } from '@piloto/runtime';
import { Button, StatusDot } from '@piloto/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useText } from '../../../messages.ts';
import { checkFiles } from '../api/check-files.ts';
import { bucketCause } from '../wording.ts';

/** On request: compares every file of the release with its recorded hash. */
export function FileCheck({ release }: { release: Release }) {
  const t = useText();
  const { signal } = useRemoteProps();
  const client = useQueryClient();
  const check = useMutation({ mutationFn: () => checkFiles(release, client, signal) });
  if (check.isSuccess) {
    const { checked, wrong } = check.data;
    if (wrong.length === 0)
      return (
        <output>
          <StatusDot tone="green">{t('versions.integrity.right', { count: checked })}</StatusDot>
        </output>
      );
    return (
      <div role="alert" className="min-w-0">
        <StatusDot tone="red">{t('versions.integrity.wrong', { count: wrong.length })}</StatusDot>
        <ul className="mt-1 font-mono text-12 text-red-ink">
          {wrong.map((file) => (
            <li key={file} className="wrap-anywhere">
              {file}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <>
      {check.error !== null && (
        <p role="alert" className="text-12 text-red-ink">
          {bucketCause(t, check.error)}
        </p>
      )}
      <Button
        size="sm"
        busy={check.isPending}
        busyLabel={t('versions.integrity.checking')}
        onClick={() => check.mutate()}
      >
        {t('versions.integrity.check')}
      </Button>
    </>
  );
}
