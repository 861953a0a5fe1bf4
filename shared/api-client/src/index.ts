export * from './api-error.ts';
export * from './connect.ts';
export * from './generated/index.ts';
export * from './unwrap.ts';
