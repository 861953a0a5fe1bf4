export * from './guard.ts';
export * from './integrity.ts';
export * from './paths.ts';
export * from './release.ts';
export * from './remote.ts';
export * from './session.ts';
export * from './version.ts';
