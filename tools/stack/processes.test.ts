import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isAlive, processBirth } from '../setup/lock.mjs';
import { Child } from './child.ts';
import { freePorts, requireFreePorts } from './ports.ts';
import { runProgram } from './program.ts';
import { RunRecord } from './run-record.ts';

const home = mkdtempSync(join(tmpdir(), 'piloto-stack-'));
const servers: Server[] = [];
/** Processes of their own, on a machine that may have other work. */
const SLOW = { timeout: 60_000 };
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
  rmSync(join(home, 'run.json'), { force: true });
});

async function listen(port: number, host: string): Promise<void> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => done());
  });
}
const node = (name: string, program: string): Child =>
  Child.start({
    name,
    command: process.execPath,
    args: ['-e', program],
    cwd: home,
    env: process.env,
    logFile: join(home, `${name}.log`),
  });
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((done) => setTimeout(done, 20));
}
const running = (pid: number): boolean => isAlive({ pid, birth: processBirth(pid) });

describe('ports', SLOW, () => {
  test('free ones pass, and differ', async () => {
    const [app = 0, api = 0] = await freePorts(2);
    expect(app).not.toBe(api);
    await expect(requireFreePorts({ APP_PORT: app, API_PORT: api })).resolves.toBeUndefined();
  });

  test.each(['127.0.0.1', '0.0.0.0', '::1', '::'])('one taken on %s is named with its variable', async (host) => {
    const [app = 0, api = 0] = await freePorts(2);
    await listen(api, host);
    await expect(requireFreePorts({ APP_PORT: app, API_PORT: api })).rejects.toThrow(
      new RegExp(`^Port ${api} \\(API_PORT\\) is in use.*APP_PORT=<free port> API_PORT=<free port> npm start$`),
    );
  });
});

describe('a child', SLOW, () => {
  test('is stopped with all that it started, also when it does not listen', async () => {
    const child = node(
      'stubborn',
      `process.on('SIGTERM', () => {});
       const { spawn } = require('node:child_process');
       const grand = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)']);
       console.log('grandchild', grand.pid); setInterval(() => {}, 1000);`,
    );
    await until(() => /grandchild \d+/.test(readFileSync(child.logFile, 'utf8')));
    const grandchild = Number(/grandchild (\d+)/.exec(child.lastLines())?.[1]);
    const began = Date.now();
    await child.stop(300);
    expect(Date.now() - began).toBeGreaterThanOrEqual(300);
    await until(() => !running(grandchild));
  });

  test('tells its last lines, of this start only', async () => {
    writeFileSync(join(home, 'broken.log'), 'of an earlier start\n');
    const child = node('broken', `console.log('one'); console.error('no database'); process.exit(3)`);
    expect(await child.ended).toEqual({ code: 3, signal: null });
    expect(child.lastLines()).toBe('one\nno database');
    expect(child.lastLines(1)).toBe('no database');
  });

  test('that cannot be started says so', () => {
    const options = { name: 'api', args: [], cwd: home, env: {}, logFile: join(home, 'none.log') };
    expect(() => Child.start({ ...options, command: join(home, 'no-such-program') })).toThrow(
      /^api could not be started/,
    );
  });
});

describe('the record of a home', SLOW, () => {
  test('refuses a second start while the first one runs', async () => {
    const record = await RunRecord.claim(home, 'http://localhost:4100');
    await expect(RunRecord.claim(home, 'http://localhost:5000')).rejects.toThrow(
      /already runs from .* \(process \d+, http:\/\/localhost:4100\)/,
    );
    record.release();
    (await RunRecord.claim(home, 'http://localhost:4100')).release();
  });

  test('waits for one that is ending', async () => {
    const ending = node('ending', 'setTimeout(() => {}, 400)');
    const owner = { name: 'npm start', pid: ending.pid, birth: processBirth(ending.pid) };
    const record = { owner, appUrl: 'http://localhost:4100', children: [], stopping: true };
    writeFileSync(join(home, 'run.json'), JSON.stringify(record));
    (await RunRecord.claim(home, 'http://localhost:4100')).release();
    expect(await Promise.race([ending.ended, 'still there'])).toEqual({ code: 0, signal: null });
  });

  test('ends what a killed start left running, and nothing else', async () => {
    const orphan = node('orphan', 'setInterval(() => {}, 1000)');
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      detached: true,
      stdio: 'ignore',
    });
    const pid = stranger.pid ?? 0;
    try {
      const owner = { name: 'npm start', pid: 1_000_000_000, birth: 'long ago' };
      const children = [
        { name: 'api', pid: orphan.pid, birth: processBirth(orphan.pid) },
        // Its number was given out again since: the birth is another one.
        { name: 'worker', pid, birth: 'another time' },
      ];
      writeFileSync(join(home, 'run.json'), JSON.stringify({ owner, appUrl: 'http://localhost:4100', children }));
      (await RunRecord.claim(home, 'http://localhost:4100')).release();
      expect(await orphan.ended).toEqual({ code: null, signal: 'SIGTERM' });
      expect(running(pid)).toBe(true);
    } finally {
      stranger.kill('SIGKILL');
    }
  });
});

describe('a program', SLOW, () => {
  test('gives its code and all that it wrote', async () => {
    const program = `console.log('out'); console.error('err'); process.exit(4)`;
    const { code, output } = await runProgram(process.execPath, ['-e', program], { cwd: home });
    expect(code).toBe(4);
    expect(output.split('\n').toSorted()).toEqual(['', 'err', 'out']);
  });

  test('ends with its group when it is aborted', async () => {
    const aborted = new AbortController();
    const file = join(home, 'pid');
    const program = `require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000)`;
    const run = runProgram(process.execPath, ['-e', program], { cwd: home, signal: aborted.signal });
    let pid = 0;
    await until(() => {
      try {
        pid = Number(readFileSync(file, 'utf8'));
      } catch {
        pid = 0;
      }
      return pid > 0;
    });
    aborted.abort();
    await expect(run).rejects.toThrow('Stopped.');
    await until(() => !running(pid));
  });
});
