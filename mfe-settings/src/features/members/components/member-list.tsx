import { QueryFailure } from '@piloto/runtime';
import { Button, EmptyPanel, FooterBar, LoadingPanel, SkeletonRows } from '@piloto/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useText } from '../../../messages.ts';
import { memberQueries } from '../api/members.ts';
import { countRoles } from '../rules.ts';
import { MemberTable } from './member-table.tsx';

export function MemberList() {
  const t = useText();
  const query = useInfiniteQuery(memberQueries.list());
  const { data, error, isFetching, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  if (data === undefined)
    return error === null ? (
      <LoadingPanel label={t('members.loading')}>
        <MemberTable members={[]} />
        <SkeletonRows rows={6} columns={5} />
      </LoadingPanel>
    ) : (
      <QueryFailure title={t('members.failed')} error={error} retrying={isFetching} onRetry={() => void refetch()} />
    );
  const members = data.pages.flatMap((page) => page.items);
  if (members.length === 0)
    return <EmptyPanel icon={UsersRound} title={t('members.empty')} description={t('members.emptyHint')} />;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <div tabIndex={0} role="region" aria-label={t('members.table')} className="min-h-0 flex-1 overflow-auto">
        <MemberTable members={members} />
      </div>
      <FooterBar
        end={
          hasNextPage && (
            <Button busy={isFetchingNextPage} busyLabel={t('form.loading')} onClick={() => void fetchNextPage()}>
              {t('form.more')}
            </Button>
          )
        }
      >
        <span className="truncate">
          {t(hasNextPage ? 'members.countLoaded' : 'members.count', { count: members.length })}
        </span>
        <span className="truncate max-md:hidden">
          {countRoles(members)
            .map(({ role, count }) => t(`members.roleCount.${role}`, { count }))
            .join(' · ')}
        </span>
      </FooterBar>
    </>
  );
}
