import type { Stack } from './stack.ts';

/** The first request to end: Ctrl-C, a supervisor's signal, or the bootstrap that was killed. Further ones change nothing. */
const asked = new Promise<void>((done) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  process.on('disconnect', () => done());
});

/** Starts the stack, runs `started`, and keeps all of it up until somebody asks for its end or a part of it ends by itself. */
export async function runUntilAsked(stack: Stack, started: () => Promise<void>): Promise<number> {
  const run = async (): Promise<'running'> => {
    await stack.start();
    await started();
    return 'running';
  };
  try {
    const first = await Promise.race([run(), asked, stack.failed]);
    if (first === 'running') await Promise.race([asked, stack.failed]);
    return 0;
  } finally {
    await stack.stop();
  }
}
