export * from './fake-session.ts';
export * from './openapi-handlers.ts';
export * from './render-page.tsx';
export * from './server.ts';
