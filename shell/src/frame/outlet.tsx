import type { Session } from '@piloto/contracts';
import { HOME_PATH } from '@piloto/contracts';
import { useMessages } from '@piloto/runtime';
import { buttonVariants, DeniedPanel, EmptyPanel, ErrorPanel, LoadingPanel, SkeletonRows } from '@piloto/ui';
import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import type { Access } from '../access.ts';
import { type App, usePlaces } from '../apps.ts';
import { usePreferences } from '../preferences.ts';
import { reportIdOf } from '../reports.ts';
import { FailureCard } from './failure-card.tsx';

type Props = { access: Access; apps: App[]; session: Session; pathname: string };

/** What the shell itself shows in the content's place: nothing while the remote stands there. */
export function Outlet({ access, apps, session, pathname }: Props) {
  const t = useMessages('shell');
  const locale = usePreferences((preferences) => preferences.locale);
  switch (access.kind) {
    case 'allowed':
      return (
        <RemoteState app={apps.find((app) => app.name === access.route.remote)} title={access.route.title[locale]} />
      );
    case 'sign-in':
      return null; // on its way to the sign-in page
    case 'not-found':
      return (
        <EmptyPanel
          icon={Compass}
          title={t('notFound.title')}
          description={t('notFound.description', { path: pathname })}
          action={
            <Link to={HOME_PATH} className={buttonVariants({ size: 'sm' })}>
              {t('notFound.home')}
            </Link>
          }
        />
      );
    case 'denied': {
      const state = session.current();
      return (
        <DeniedPanel
          title={t('denied.title', { title: access.route.title[locale] })}
          description={t('denied.description', {
            permission: access.missing.join(', '),
            organization: state.status === 'signed-in' ? state.data.organization.name : '',
          })}
        />
      );
    }
    case 'unavailable':
      return (
        <ErrorPanel
          title={t('unavailable.title')}
          description={t('unavailable.description')}
          retryLabel={t('state.retry')}
          onRetry={() => void session.load()}
          request={{
            id: reportIdOf(access.error),
            label: t('state.report'),
            copyLabel: t('state.copy'),
            copiedLabel: t('state.copied'),
          }}
        />
      );
  }
}

function RemoteState({ app, title }: { app: App | undefined; title: string }) {
  const t = useMessages('shell');
  const place = usePlaces((places) => (app === undefined ? undefined : places[app.name]));
  if (app === undefined || place === undefined) return null;
  if (place.status === 'failed') return <FailureCard title={title} error={place.error} onRetry={app.retry} />;
  if (place.status === 'loading')
    return (
      <LoadingPanel label={t('state.loading', { title })}>
        <SkeletonRows rows={12} />
      </LoadingPanel>
    );
  return null;
}
