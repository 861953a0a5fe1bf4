// `node build-package.ts <name> <folder>`: one build in a process of its own, because the federation plugin keeps its options in
// module variables, where two builds of one process would meet.
import { buildRemote, buildShell } from '../../shared/tooling/src/build.ts';
import { ROOT } from '../root.ts';

const [name = '', outDir = ''] = process.argv.slice(2);
const { version } =
  name === 'shell' ? await buildShell({ root: ROOT, outDir }) : await buildRemote({ root: ROOT, name, outDir });
process.stdout.write(`${version}\n`);
