import type { MemberView } from '@piloto/api-client';
import { useFormat, useSessionData } from '@piloto/runtime';
import {
  Avatar,
  Badge,
  MissingValue,
  StatusDot,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from '@piloto/ui';
import { useText } from '../../../messages.ts';

export function MemberTable({ members }: { members: readonly MemberView[] }) {
  const t = useText();
  const format = useFormat();
  const me = useSessionData()?.user.email;
  return (
    <Table label={t('members.table')} className="min-w-180">
      <TableHead>
        <TableRow className="h-8 hover:bg-surface">
          <TableHeadCell width="28%">{t('members.name')}</TableHeadCell>
          <TableHeadCell>{t('members.email')}</TableHeadCell>
          <TableHeadCell width={132}>{t('members.role')}</TableHeadCell>
          <TableHeadCell width={112}>{t('members.status')}</TableHeadCell>
          <TableHeadCell width={120} numeric>
            {t('members.seen')}
          </TableHeadCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {members.map((member) => (
          <TableRow key={member.id}>
            <TableCell title={member.name}>
              <span className="flex min-w-0 items-center gap-2">
                <Avatar name={member.name} kind={member.email === me ? 'me' : 'person'} size={20} />
                <span className="truncate font-medium">{member.name}</span>
                {member.email === me && <Badge>{t('members.you')}</Badge>}
              </span>
            </TableCell>
            <TableCell title={member.email} className="text-ink-2">
              {member.email}
            </TableCell>
            <TableCell>{t(`members.roles.${member.role}`)}</TableCell>
            <TableCell>
              <StatusDot tone={member.status === 'active' ? 'green' : 'ring'}>
                {t(`members.statuses.${member.status}`)}
              </StatusDot>
            </TableCell>
            <TableCell numeric className="text-ink-3">
              {member.last_seen_at === null ? (
                <MissingValue label={t('members.neverSeen')} />
              ) : (
                <span title={format.dateTime(member.last_seen_at)}>{format.age(member.last_seen_at)}</span>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
