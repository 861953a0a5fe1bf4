import { connect, createServer } from 'node:net';
import { Failure } from '../failure.ts';

/** True when something answers on this port of loopback. Binding alone would not notice a listener of the other address family. */
function answers(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host, timeout: 1000 });
    const end = (result: boolean): void => {
      socket.destroy();
      done(result);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

function canBind(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

async function isFree(port: number): Promise<boolean> {
  const answered = await Promise.all([answers(port, '127.0.0.1'), answers(port, '::1')]);
  return !answered.includes(true) && (await canBind(port));
}

/** Refuses a port in use, naming it and the variable that changes it. */
export async function requireFreePorts(wanted: Record<string, number>): Promise<void> {
  const taken: string[] = [];
  for (const [variable, port] of Object.entries(wanted)) if (!(await isFree(port))) taken.push(`${port} (${variable})`);
  if (taken.length === 0) return;
  const example = Object.keys(wanted)
    .map((variable) => `${variable}=<free port>`)
    .join(' ');
  throw new Failure(
    `Port ${taken.join(' and port ')} is in use by another program. End it, or choose other ports: ${example} npm start`,
  );
}

/** Ports that nobody uses now. All are held until the last is found, so that they differ. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((done, fail) => {
          const server = createServer();
          server.once('error', fail);
          server.listen(0, '127.0.0.1', () => done(server));
        }),
    ),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('A TCP server has no port.');
    return address.port;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
