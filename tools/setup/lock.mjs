import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** When a process began, as text that only has to be equal for the same process: a number alone is given out again. */
export function processBirth(pid) {
  try {
    // The 22nd field; the second one, the command's name in brackets, may hold spaces and brackets itself.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch (error) {
    if (process.platform === 'linux' && error.code === 'ENOENT') return undefined;
  }
  if (process.platform === 'win32') return 'unknown';
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined; // ps says 1 when there is no such process
  }
}

/** True while the very process that wrote `{pid, birth}` runs. */
export function isAlive({ pid, birth }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false; // EPERM: it runs, as another user
  }
  return processBirth(pid) === birth;
}

function readHolder(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    return typeof holder.pid === 'number' ? holder : undefined;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return { pid: -1, birth: 'unreadable' };
    throw error;
  }
}

function create(file) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, birth: processBirth(process.pid) }));
  try {
    linkSync(own, file); // the lock appears complete or not at all
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes a dead holder's lock. One at a time, or the second would remove the lock that the first has just taken. */
function removeStale(file) {
  const turn = `${file}.stale`;
  try {
    writeFileSync(turn, '', { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const age = Date.now() - (statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 10_000) rmSync(turn, { force: true }); // its owner was killed within these few lines
    return;
  }
  try {
    const holder = readHolder(file);
    if (holder !== undefined && !isAlive(holder)) rmSync(file, { force: true });
  } finally {
    rmSync(turn, { force: true });
  }
}

/** Runs `work` while holding `file`. Others wait; a lock whose holder was killed is taken over. */
export async function withLock(file, work, onWait = () => {}) {
  for (let told = false; !create(file); ) {
    const holder = readHolder(file);
    if (holder !== undefined && !isAlive(holder)) {
      removeStale(file);
      continue;
    }
    if (holder !== undefined && !told) onWait(holder.pid);
    told ||= holder !== undefined;
    await pause(150);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
