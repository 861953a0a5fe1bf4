/** As in @piloto/contracts (a test compares them): importing them would bring zod into the session file and the sign-in page. */
export const SIGN_IN = '/entrar';
export const SETUP = '/criar-conta';
export const HOME = '/leads';
export const RETURN_PARAMETER = 'voltar';

/** Whether `value` is a path of this dashboard that one can come back to. The same set as `returnToSchema`. */
export const isReturnPath = (value: string): boolean =>
  /^\/(?![/\\])[^\s\\]*$/.test(value) && !/^\/(?:entrar|criar-conta)(?:[/?#]|$)/.test(value);

/** The address of the sign-in page that leads back to `returnTo`. */
export function signInAddress(returnTo: string): string {
  if (returnTo === '/' || !isReturnPath(returnTo)) return SIGN_IN;
  return `${SIGN_IN}?${new URLSearchParams({ [RETURN_PARAMETER]: returnTo })}`;
}

/** Where the sign-in page leads to: what its address asks for, when that is a page of this dashboard. */
export function returnPathOf(search: string): string {
  const wanted = new URLSearchParams(search).get(RETURN_PARAMETER);
  return wanted !== null && isReturnPath(wanted) ? wanted : HOME;
}
