export * from './api-error.ts';
export * from './connect.ts';
export * from './generated/index.ts';
export * from './unwrap.ts';
// The hand-written one: it also says that a problem may carry extensions, such as `current` of a conflict.
export type { Problem } from './api-error.ts';
