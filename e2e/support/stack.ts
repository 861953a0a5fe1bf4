/** The running stack that the tests are pointed at (tools/runners/browser-tests.ts, or a developer's own `npm start`). */
export type StackUnderTest = {
  appUrl: string;
  apiUrl: string;
  /** Its PILOTO_HOME: the bucket that release commands of the tests write to. */
  home: string;
};

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(
      `${name} is not set. Run "npm test -- --only e2e", or start the stack and set PILOTO_E2E_URL, PILOTO_E2E_API_URL and PILOTO_HOME to what it uses.`,
    );
  return value;
}

export function stackUnderTest(): StackUnderTest {
  return { appUrl: required('PILOTO_E2E_URL'), apiUrl: required('PILOTO_E2E_API_URL'), home: required('PILOTO_HOME') };
}
