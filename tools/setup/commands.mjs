/** What `npm run <command>` offers: the script that runs it with the private Node, and one line of help. */
export const commands = {
  start: {
    script: 'tools/start.ts',
    usage: 'npm start [-- --sample] [-- --one-origin]',
    help: 'builds what changed, starts everything, prints "Pronto: <address>"',
  },
  test: {
    script: 'tools/test.ts',
    usage: 'npm test [-- --only checks,vitest,pytest,e2e,real-data]',
    help: 'every test, the browser\'s included; ends with "N passed, N failed"',
  },
  dev: {
    script: 'tools/dev.ts',
    usage: 'npm run dev [-- <remote>…]',
    help: 'the whole dashboard with Fast Refresh; only the named remotes in dev mode',
  },
  check: {
    script: 'tools/check.ts',
    usage: 'npm run check',
    help: 'format, lint, types, dead code, layout, contract drift',
  },
  format: { script: 'tools/format.ts', usage: 'npm run format', help: 'writes the one format (biome, ruff)' },
  release: {
    script: 'release/src/main.ts',
    usage: 'npm run release -- <command>',
    help: 'publish, promote, rollback, status, history, diff, verify',
  },
  bench: {
    script: 'tools/bench.ts',
    usage: 'npm run bench [-- <name>…]',
    help: 'benchmarks; without a name lists them',
  },
};

export function overview(exists) {
  const rows = Object.entries(commands).filter(([, { script }]) => exists(script));
  const width = Math.max(...rows.map(([, { usage }]) => usage.length));
  return rows.map(([, { usage, help }]) => `  ${usage.padEnd(width)}  ${help}`).join('\n');
}
