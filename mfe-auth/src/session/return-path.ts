/** As in @piloto/contracts (a test compares them): importing them would bring zod into this file. */
export const SIGN_IN = '/entrar';
export const RETURN_PARAMETER = 'voltar';

/** Whether `value` is a path of this dashboard that one can come back to. The same set as `returnToSchema`. */
export const isReturnPath = (value: string): boolean =>
  /^\/(?![/\\])[^\s\\]*$/.test(value) && !/^\/(?:entrar|criar-conta)(?:[/?#]|$)/.test(value);

/** The address of the sign-in page that leads back to `returnTo`. */
export function signInAddress(returnTo: string): string {
  if (returnTo === '/' || !isReturnPath(returnTo)) return SIGN_IN;
  return `${SIGN_IN}?${new URLSearchParams({ [RETURN_PARAMETER]: returnTo })}`;
}
