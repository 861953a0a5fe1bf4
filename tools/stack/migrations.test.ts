import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { migrate, migrationsHash } from './migrations.ts';

const home = mkdtempSync(join(tmpdir(), 'piloto-migrations-'));
const stamp = join(home, 'migrated.json');
const signal = new AbortController().signal;
// Nothing listens there: whoever really migrates fails, and says so.
const env = { ...process.env, DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:9/piloto', PILOTO_HOME: home };
const run = (revision: string | null) =>
  migrate({ home, env, signal, own: { revision, askRevision: async () => revision } });

afterAll(() => rmSync(home, { recursive: true }));
beforeEach(() => rmSync(stamp, { force: true }));

/** A Python that loads the migration tool, on a machine that may have other work. */
const SLOW = { timeout: 60_000 };

test('a database that cannot be reached is told, without its password', SLOW, async () => {
  const told = await run(null).then(String, String);
  expect(told).toMatch(/The database could not be brought to the newest revision:/);
  expect(told).not.toContain('secret');
});

test('is skipped only where the same migrations ended at this revision', SLOW, async () => {
  writeFileSync(stamp, JSON.stringify({ migrations: 'of another checkout', revision: '0003' }));
  await expect(run('0003')).rejects.toThrow('The database could not');
  const hash = migrationsHash();
  writeFileSync(stamp, JSON.stringify({ migrations: hash, revision: '0002' }));
  await expect(run('0003')).rejects.toThrow('The database could not');
  writeFileSync(stamp, JSON.stringify({ migrations: hash, revision: '0003' }));
  await expect(run('0003')).resolves.toBeUndefined();
});
