import { expect, test } from 'vitest';
import { explain } from './failure.mjs';

test.each([
  ["OSError: [Errno 28] No space left on device: '/x'", /no space left .*\/checkout.*run the command again/is],
  ['ERR_PNPM_ENOSPC  ENOSPC: no space left on device, write', /no space left/i],
  ["PermissionError: [Errno 13] Permission denied: '/x'", /No right to write in \/checkout/],
  ['npm error code EROFS', /No right to write/],
  ['getaddrinfo ENOTFOUND registry', /registry cannot be reached.*goes on where it stopped/is],
  ['error: Failed to fetch: `simple/zod/`', /registry cannot be reached/],
  ['ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE', /not the one that this repository pins/],
])('%s is told with its cause and what to do', (output, expected) => {
  const { message } = explain('Installing the packages', `first line\n${output}\n`, '/checkout');
  expect(message).toMatch(/^Installing the packages failed\./);
  expect(message).toMatch(expected);
  expect(message).toContain(output);
});

test('a cause that is not known is shown as it is', () => {
  expect(explain('Making it', 'segfault\n', '/checkout').message).toBe('Making it failed. What it said:\n\nsegfault');
});
