declare module 'virtual:shared' {
  /** Written by shared/tooling: `{ key: [version, module or an object of the shared names] }`. */
  export const shared: Record<string, [version: string, module: unknown]>;
}
