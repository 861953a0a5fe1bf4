import { setupServer } from 'msw/node';

/** The one MSW server of the test run; each test adds its handlers with `server.use(apiHandler(…))`. */
export const server = setupServer();

/** For what is not the API's: files of the bucket, streams. The API's own answers are made with `apiHandler`. */
export { HttpResponse, http } from 'msw';
