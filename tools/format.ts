import { runMain, say } from './main.ts';
import { packageBin, pythonBin, ROOT } from './root.ts';
import { runProgram } from './stack/program.ts';

const RUFF = ['--config', 'api/pyproject.toml', 'api', 'tools', 'bench'];

await runMain(async () => {
  const steps: [string, string, string[]][] = [
    ['biome', packageBin('biome'), ['format', '--write', '.']],
    ['ruff', pythonBin('ruff'), ['format', ...RUFF]],
  ];
  let worst = 0;
  for (const [name, command, args] of steps) {
    const { code, output } = await runProgram(command, args, { cwd: ROOT });
    say(`${name}: ${output.trim().split('\n').at(-1) ?? ''}`);
    worst = Math.max(worst, code);
  }
  return worst;
});
