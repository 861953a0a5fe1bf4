import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * When a process began, as text that only has to be equal for the same process: a number alone is given out again. Nothing for one
 * that is not there, or that has ended and only waits to be noticed by its parent.
 */
export function processBirth(pid) {
  if (process.platform === 'linux') {
    try {
      // The second field, the command's name in brackets, may hold spaces and brackets itself.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
    } catch (error) {
      if (error.code === 'ENOENT' || error.code === 'ESRCH') return undefined;
      throw error;
    }
  }
  if (process.platform === 'win32') return 'unknown';
  try {
    const said = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return said === '' || said.startsWith('Z') ? undefined : said.replace(/^\S+\s+/, '');
  } catch {
    return undefined; // ps says 1 when there is no such process
  }
}

/** The parent of a process and, when that is only the shell of an npm script, the one that called it. */
export function callersOf(pid) {
  const ask = (what, of) => execFileSync('ps', ['-o', `${what}=`, '-p', String(of)], { encoding: 'utf8' }).trim();
  if (process.platform === 'win32') return [];
  try {
    const parent = Number(ask('ppid', pid));
    const isShell = /(?:^|\/)-?(?:sh|dash|bash|zsh|ash|ksh)$/.test(ask('comm', parent));
    const pids = isShell ? [parent, Number(ask('ppid', parent))] : [parent];
    return pids.map((each) => ({ pid: each, birth: processBirth(each) }));
  } catch {
    return []; // a system without ps: the signals that arrive have to do
  }
}

/** True while the very process that wrote `{pid, birth}` runs. */
export function isAlive({ pid, birth }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false; // EPERM: it runs, as another user
  }
  return birth !== undefined && processBirth(pid) === birth;
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
