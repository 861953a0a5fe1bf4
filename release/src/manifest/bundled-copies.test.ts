import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundledCopies } from './bundled-copies.ts';

const shell = join(import.meta.dirname, '../../../shell/node_modules');
const repository = join(import.meta.dirname, '../../..');

/** The installed packages themselves: an update that no longer bears the mark turns this red. */
test.each([
  ['react', join(shell, 'react/cjs/react.production.js')],
  ['react/jsx-runtime', join(shell, 'react/cjs/react-jsx-runtime.production.js')],
  ['react-dom', join(shell, 'react-dom/cjs/react-dom.production.js')],
  ['react-dom/client', join(shell, 'react-dom/cjs/react-dom-client.production.js')],
  ['@tanstack/react-query', join(shell, '@tanstack/react-query/build/modern/QueryClientProvider.js')],
  ['zustand', join(shell, 'zustand/esm/vanilla.mjs')],
  ['react-router', join(shell, 'react-router/dist/production/lib/components.js')],
  ['@piloto/runtime', join(repository, 'shared/runtime/src/remote-context.tsx')],
])('a copy of %s is recognised', (pkg, file) => {
  expect(bundledCopies(readFileSync(file, 'utf8'))).toContain(pkg);
});

test('code that only uses the shared packages holds no copy', () => {
  const user = `import{a as e}from"./share.js";const internals=e.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;
    const useStore=create((set)=>({count:0,add:()=>set((s)=>({count:s.count+1}))}));store.setState({a:1});store.getState();
    const shared={"react":{version:"19.3.1"},"react-dom/client":{},"@tanstack/react-query":{},"zustand":{},"react-router":{}};
    const isElement=(x)=>x.$$typeof===Symbol.for("react.transitional.element")`;
  expect(bundledCopies(user)).toEqual([]);
});
