import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { queryClient } from '@piloto/runtime';
import { server } from './server.ts';

// A request that no handler answers is a defect of the test or of the component: it fails, it does not go out.
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
  queryClient.clear();
  localStorage.clear();
  document.body.replaceChildren();
});
afterAll(() => server.close());
