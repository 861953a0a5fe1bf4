/** The one file that the release names as `provides.session`; `SessionModule` in @piloto/contracts is its type. */
export { createSession } from './session/create-session.ts';
