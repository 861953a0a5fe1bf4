// A shared package that a remote bundles is a second copy at run time: two Reacts break hooks, two query caches disagree, and the
// remote is 50 to 200 kB heavier. It happens silently when a sub-path (`react/jsx-runtime`) is missing in the list of shared modules.

/** Texts that minifiers keep and that only the package's own code holds; its users at most read what is assigned here. */
const SIGNATURES: readonly [pkg: string, signature: RegExp][] = [
  ['react', /\.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE\s*=(?!=)/],
  ['react/jsx-runtime', /react\.transitional\.element[\s\S]{0,800}\$\$typeof:\s*[\w$]+,\s*type:\s*[\w$]+,\s*key:/],
  ['react-dom', /\.__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE\s*=(?!=)/],
  ['react-dom/client', /rendererPackageName:\s*["'`]react-dom["'`]/],
  ['@tanstack/react-query', /No QueryClient set, use QueryClientProvider to set one/],
  ['zustand', /\bsetState(?::\s*[\w$]+)?,\s*getState(?::\s*[\w$]+)?,\s*getInitialState\b/],
  ['react-router', /You cannot render a <Router> inside another <Router>/],
  ['@piloto/runtime', /useRemoteProps: render inside defineRemote/],
];

/** Shared packages of which a script holds a copy of its own. */
export const bundledCopies = (script: string): string[] =>
  SIGNATURES.filter(([, signature]) => signature.test(script)).map(([pkg]) => pkg);
