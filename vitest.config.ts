import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// One process for all packages: threads without isolation run 50 files in a twelfth of the time of isolated forks.
// Each test file therefore cleans up after itself; shared/testing does it for components.
const pool = { pool: 'threads', isolate: false } as const;
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react()],
        test: {
          ...pool,
          name: 'browser',
          environment: 'happy-dom',
          // The API is another origin. Preflights are the browser suite's business; here they would go unanswered.
          environmentOptions: { happyDOM: { settings: { fetch: { disableSameOriginPolicy: true } } } },
          include: [
            'shell/src',
            'mfe-*/src',
            'shared/ui/src',
            'shared/runtime/src',
            'shared/api-client/src',
            'shared/testing/src',
          ].map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          setupFiles: ['shared/testing/src/setup.ts'],
        },
      },
      {
        test: {
          ...pool,
          name: 'node',
          environment: 'node',
          include: ['shared/contracts/src', 'shared/tooling/src', 'release/src', 'tools'].map(
            (folder) => `${folder}/**/*.test.ts`,
          ),
        },
      },
    ],
  },
});
