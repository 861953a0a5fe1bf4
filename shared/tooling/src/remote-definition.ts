import type { Route, VersionDescriptor } from '@piloto/contracts';

/** A page as its remote declares it, before the build knows its files. */
export type RouteDefinition = Omit<Route, 'preload'> & {
  /** The module that `src/routes.tsx` loads for this path, relative to the remote: its closure is preloaded. */
  page: string;
};

/** `remote.config.ts`: what the descriptor says of a remote. Data only; the shell never runs code to know it. */
export type RemoteDefinitionFile = {
  routes: RouteDefinition[];
  slots?: VersionDescriptor['slots'];
  /** The session contract's implementation, built as one plain ESM file. Only mfe-auth has it. */
  provides?: { session: string };
  exposes?: Record<string, string>;
};

export const describeRemote = (definition: RemoteDefinitionFile): RemoteDefinitionFile => definition;
