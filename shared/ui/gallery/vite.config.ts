// A page for looking at the parts; never shipped. Build it (`vite build`) to see it under the strict CSP it declares.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig, type PluginOption } from 'vite';

// Tailwind is a dependency of the rooms that build; the gallery borrows it from them.
const fromTooling = createRequire(new URL('../../tooling/package.json', import.meta.url));
const fromShell = createRequire(new URL('../../../shell/package.json', import.meta.url));
const tailwind: { default: () => PluginOption } = await import(
  pathToFileURL(fromTooling.resolve('@tailwindcss/vite')).href
);

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [tailwind.default()],
  resolve: { alias: { tailwindcss: dirname(fromShell.resolve('tailwindcss/package.json')) } },
  build: { emptyOutDir: true, modulePreload: false },
});
