import { type Session, SIGN_IN_PATH } from '@piloto/contracts';
import { queryClient } from '@piloto/runtime';

/** When the session ends or changes hands, in this tab or in another, nothing of the former user stays in the caches. */
export function watchSession(session: Session, onChange: () => void): void {
  let user = userOf(session);
  session.subscribe(() => {
    const next = userOf(session);
    if (next !== user) {
      // Nothing of the former user may be seen by the next one.
      queryClient.clear();
      user = next;
    }
    onChange();
  });
}

const userOf = (session: Session): string | undefined => {
  const state = session.current();
  return state.status === 'signed-in' ? `${state.data.user.id} ${state.data.organization.id}` : undefined;
};

let leaving = false;

/** Ends the session because the user asked for it: who leaves by choice does not come back to the page that was left. */
export async function signOut(session: Session): Promise<void> {
  leaving = true;
  try {
    await session.logout();
  } catch (error) {
    leaving = false;
    throw error;
  }
}

/** Goes to the sign-in page, which comes back to where the visitor wanted to go. */
export function askToSignIn(session: Session, navigate: (to: string, options: { replace: boolean }) => void): void {
  const wanted = location.pathname + location.search;
  if (leaving || wanted === '/') navigate(SIGN_IN_PATH, { replace: true });
  else session.redirectToLogin(wanted);
  leaving = false;
}
