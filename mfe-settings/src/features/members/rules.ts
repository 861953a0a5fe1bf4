import type { MemberView } from '@piloto/api-client';

type Role = MemberView['role'];
/** From the most to the least that one may do. */
const ROLES: readonly Role[] = ['owner', 'admin', 'manager', 'seller', 'viewer'];

/** How many hold each role, in the order of their rights; roles that nobody holds are left out. */
export function countRoles(members: readonly MemberView[]): { role: Role; count: number }[] {
  return ROLES.map((role) => ({ role, count: members.filter((member) => member.role === role).length })).filter(
    ({ count }) => count > 0,
  );
}
