import { setupServer } from 'msw/node';

/** The one MSW server of the test run; each test adds its handlers with `server.use(apiHandler(…))`. */
export const server = setupServer();
