import { z } from 'zod';

/**
 * Who may see a route, a navigation item or a slot. Evaluated by the shell on the session's answer, before any download.
 * A predicate this build does not know is denied, never ignored.
 */
export type Guard = {
  permission?: string | undefined;
  all?: Guard[] | undefined;
  any?: Guard[] | undefined;
  not?: Guard | undefined;
};
export const guardSchema: z.ZodType<Guard> = z.lazy(() =>
  z.strictObject({
    permission: z.string().min(1).optional(),
    all: z.array(guardSchema).optional(),
    any: z.array(guardSchema).optional(),
    not: guardSchema.optional(),
  }),
);

/** The outcome of a guard; `missing` names the permissions that would have opened it. */
export type GuardResult = { allowed: true } | { allowed: false; missing: string[] };

export function evaluateGuard(guard: Guard | undefined, permissions: readonly string[]): GuardResult {
  if (guard === undefined) return { allowed: true };
  const known = new Set(['permission', 'all', 'any', 'not']);
  const keys = Object.keys(guard);
  if (keys.length === 0 || keys.some((key) => !known.has(key))) return { allowed: false, missing: [] };
  const missing: string[] = [];
  if (guard.permission !== undefined && !permissions.includes(guard.permission)) missing.push(guard.permission);
  for (const part of guard.all ?? []) {
    const result = evaluateGuard(part, permissions);
    if (!result.allowed) missing.push(...result.missing, ...(result.missing.length === 0 ? ['?'] : []));
  }
  if (guard.any !== undefined) {
    const results = guard.any.map((part) => evaluateGuard(part, permissions));
    if (!results.some((r) => r.allowed))
      missing.push(...results.flatMap((r) => (r.allowed ? [] : r.missing)), ...(results.length === 0 ? ['?'] : []));
  }
  if (guard.not !== undefined && evaluateGuard(guard.not, permissions).allowed) return { allowed: false, missing };
  return missing.length === 0 ? { allowed: true } : { allowed: false, missing: missing.filter((m) => m !== '?') };
}
