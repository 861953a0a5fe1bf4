import type { SessionData } from '@piloto/contracts';

const ROLES: readonly string[] = ['owner', 'admin', 'manager', 'seller', 'viewer'] satisfies SessionData['role'][];
const THEMES: readonly unknown[] = ['light', 'dark', 'system', undefined];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const hasText = (value: Record<string, unknown>, ...keys: string[]): boolean =>
  keys.every((key) => typeof value[key] === 'string');

function isSessionData(value: unknown): value is SessionData {
  if (!isObject(value) || !isObject(value.user) || !isObject(value.organization)) return false;
  const { user, organization, role, permissions } = value;
  return (
    hasText(user, 'id', 'name', 'email') &&
    (user.locale === 'pt-BR' || user.locale === 'en') &&
    THEMES.includes(user.theme) &&
    hasText(organization, 'id', 'name') &&
    typeof role === 'string' &&
    ROLES.includes(role) &&
    Array.isArray(permissions) &&
    permissions.every((permission) => typeof permission === 'string') &&
    hasText(value, 'csrf_token', 'expires_at')
  );
}

/**
 * The answer of `GET /api/v1/auth/session`. By hand, because zod would be three quarters of the first script of the page; a test
 * holds it against `sessionDataSchema`.
 */
export function parseSessionData(value: unknown): SessionData {
  if (!isSessionData(value)) throw new TypeError('The session service gave an answer of another shape.');
  return value;
}
