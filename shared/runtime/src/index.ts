import './texts.ts';

export * from './define-remote.tsx';
export * from './failure-text.ts';
export * from './form-errors.ts';
export * from './format.ts';
export * from './lazy-page.tsx';
export * from './messages.ts';
export * from './query-client.ts';
export * from './query-failure.tsx';
export * from './remote-context.tsx';
export * from './report-error.ts';
