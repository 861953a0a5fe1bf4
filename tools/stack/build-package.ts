// `node build-package.ts <name> <folder>`: one build in a process of its own, because the federation plugin keeps its options in
// module variables, where two builds of one process would meet.
import { buildRemote, buildShell } from '@piloto/tooling/build';
import { textOf } from '../failure.ts';
import { ROOT } from '../root.ts';

const [name = '', outDir = ''] = process.argv.slice(2);
try {
  const { version } =
    name === 'shell' ? await buildShell({ root: ROOT, outDir }) : await buildRemote({ root: ROOT, name, outDir });
  process.stdout.write(`${version}\n`);
} catch (error) {
  // The bundler's message names file and line; its stack is that of the bundler.
  process.stderr.write(`${textOf(error)}\n`);
  process.exitCode = 1;
}
