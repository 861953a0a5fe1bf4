import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultBucket } from './default-bucket.ts';

test('the bucket is the one that npm start serves: PILOTO_HOME of the process, of .env, or .piloto', () => {
  const root = mkdtempSync(join(tmpdir(), 'piloto-root-'));
  expect(defaultBucket(root, {})).toBe(`file:${join(root, '.piloto/bucket')}`);
  writeFileSync(join(root, '.env'), 'PILOTO_HOME=of-file\n');
  expect(defaultBucket(root, {})).toBe(`file:${join(root, 'of-file/bucket')}`);
  expect(defaultBucket(root, { PILOTO_HOME: '' })).toBe(`file:${join(root, 'of-file/bucket')}`);
  expect(defaultBucket(root, { PILOTO_HOME: join(root, 'own') })).toBe(`file:${join(root, 'own/bucket')}`);
});
