import { useLocale } from '@piloto/runtime';
import { Skeleton } from '@piloto/ui';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../messages.ts';
import { bucketQueries } from '../api/queries.ts';
import { type ModuleChange, routeChanges } from '../rules.ts';
import { bucketCause } from '../wording.ts';

/** Before and after of one module. */
export function VersionChange({ change }: { change: ModuleChange }) {
  const t = useText();
  const { name, before, after } = change;
  return (
    <div className="py-1.5">
      <div className="px-4 font-medium">{name}</div>
      <Line sign="−" said={t('versions.panel.before')} version={before?.version} className="bg-red-soft text-red-ink" />
      <Line
        sign="+"
        said={t('versions.panel.after')}
        version={after?.version}
        className="bg-green-soft text-green-ink"
      />
    </div>
  );
}

type LineProps = { sign: string; said: string; version: string | undefined; className: string };
function Line({ sign, said, version, className }: LineProps) {
  if (version === undefined) return null;
  return (
    <div className={`flex gap-3 px-4 py-0.5 font-mono text-12 ${className}`}>
      <span aria-hidden="true" className="w-2 shrink-0">
        {sign}
      </span>
      <span className="sr-only">{said}</span>
      <span className="min-w-0 wrap-anywhere">{version}</span>
    </div>
  );
}

/** Pages and navigation that change with one module, from the descriptors of both versions. */
export function RouteChanges({ change }: { change: ModuleChange }) {
  const t = useText();
  const locale = useLocale();
  const { before, after } = change;
  const old = useQuery({ ...bucketQueries.descriptor(before?.base ?? ''), enabled: before !== undefined });
  const now = useQuery({ ...bucketQueries.descriptor(after?.base ?? ''), enabled: after !== undefined });
  const error = old.error ?? now.error;
  if (error !== null)
    return (
      <p role="alert" className="text-12 text-red-ink wrap-anywhere">
        {bucketCause(t, error)}
      </p>
    );
  const isLoading = (before !== undefined && old.data === undefined) || (after !== undefined && now.data === undefined);
  if (isLoading) return <Skeleton className="my-2 w-3/5" />;
  const changes = routeChanges(
    before === undefined ? undefined : old.data,
    after === undefined ? undefined : now.data,
    locale,
  );
  return (
    <div>
      <div className="text-12 font-medium text-ink-2">{change.name}</div>
      {changes.length === 0 ? (
        <p className="text-12 text-ink-3">{t('versions.panel.noRoutes')}</p>
      ) : (
        <ul className="text-12">
          {changes.map(({ kind, path, title, to }) => (
            <li key={`${kind} ${path}`} className="py-0.5 wrap-anywhere">
              {t(`versions.route.${kind}`, { path, title, to: to ?? '' })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
