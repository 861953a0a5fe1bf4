import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFile, repositoryFiles } from './check-layout.ts';

const messages = (file: string, source: string): string[] =>
  checkFile(file, () => source).map(({ message }) => message);
const component = (jsx: string): string => `export const View = () => ${jsx};`;

describe('imports that cross packages', () => {
  test.each([
    ['mfe-leads/src/pages/list.tsx', "import { x } from '@piloto/runtime';"],
    ['mfe-leads/src/pages/list.tsx', "import { x } from '@piloto/api-client';"],
    ['mfe-leads/src/pages/list.test.tsx', "import { renderPage } from '@piloto/testing';"],
    ['mfe-leads/vite.config.ts', "import { remoteConfig } from '@piloto/tooling/remote-preset';"],
    ['mfe-leads/src/dev.tsx', "import { server } from '@piloto/testing';"],
    ['shared/contracts/src/session.ts', "import { z } from 'zod';"],
    ['shared/runtime/src/index.ts', "import { x } from '@piloto/contracts';"],
    ['shell/src/apps.ts', "import { x } from '@piloto/contracts'; import { y } from 'single-spa';"],
    ['release/src/main.ts', "const x = await import('@piloto/tooling/build');"],
    ['e2e/specs/leads.spec.ts', "import { x } from '@piloto/contracts';"],
    ['tools/stack/build.ts', "import { x } from '../../shared/tooling/src/build.ts';"],
  ])('%s may: %s', (file, source) => expect(messages(file, source)).toEqual([]));

  test.each([
    ['mfe-leads/src/pages/list.tsx', "import { x } from '../../../mfe-agents/src/pages/list.tsx';", 'deployed apart'],
    ['mfe-leads/src/pages/list.tsx', "import { x } from 'shell/src/session';", 'deployed apart'],
    ['mfe-leads/src/pages/list.tsx', "import { renderPage } from '@piloto/testing';", 'shared/testing'],
    ['mfe-leads/src/pages/list.tsx', "import { x } from '../../../shared/ui/src/button.tsx';", 'by its package name'],
    ['shell/src/apps.ts', "const x = await import('../../mfe-auth/src/remote.tsx');", 'deployed apart'],
    ['shared/contracts/src/session.ts', "import semver from 'semver';", 'zod only'],
    ['shared/contracts/src/session.ts', "export { x } from '@piloto/ui';", 'may not import'],
    ['shared/ui/src/button.tsx', "import { x } from '@piloto/runtime';", 'no workspace package'],
    ['shared/api-client/src/index.ts', "import type { x } from '@piloto/runtime';", 'may not import'],
    ['release/src/main.ts', "import { x } from '@piloto/ui';", 'may not import'],
    ['e2e/specs/leads.spec.ts', "import { x } from '../../tools/stack/stack.ts';", 'may not import'],
  ])('%s may not: %s', (file, source, message) =>
    expect(messages(file, source)).toEqual([expect.stringContaining(message)]),
  );
});

describe('imports inside a remote', () => {
  test.each([
    ['mfe-leads/src/remote.tsx', "import { pages } from './routes.tsx';"],
    ['mfe-leads/src/routes.tsx', "const page = () => import('./pages/list.tsx');"],
    ['mfe-leads/src/pages/list.tsx', "import { x } from '../features/lead/rules.ts';"],
    ['mfe-leads/src/features/lead/components/row.tsx', "import { x } from '../rules.ts';"],
    ['mfe-leads/src/features/lead/rules.test.ts', "import { x } from '../../pages/list.tsx';"],
  ])('%s may: %s', (file, source) => expect(messages(file, source)).toEqual([]));

  test.each([
    [
      'mfe-leads/src/features/lead/rules.ts',
      "import { x } from '../import/rules.ts';",
      'the feature "lead" imports the feature "import"',
    ],
    ['mfe-leads/src/features/lead/rules.ts', "import { x } from '../../pages/list.tsx';", 'features import pages'],
    ['mfe-leads/src/pages/list.tsx', "import { x } from '../routes.tsx';", 'pages import routes'],
    ['mfe-leads/src/routes.tsx', "import { x } from './remote.tsx';", 'routes import remote'],
  ])('%s may not: %s', (file, source, message) =>
    expect(messages(file, source)).toEqual([expect.stringContaining(message)]),
  );
});

describe('what is shown', () => {
  test.each([
    '<p>{t("lead.title")}</p>',
    '<p>· {count} / {total}</p>',
    '<kbd>Ctrl</kbd>',
    '<input aria-label={t("search")} className="text-sm" type="search" />',
    '<p>{open ? t("a") : t("b")}</p>',
  ])('%s is fine', (jsx) => expect(messages('mfe-leads/src/pages/list.tsx', component(jsx))).toEqual([]));

  test.each([
    ['<p>Nenhum lead</p>', 'Nenhum lead'],
    ["<p>{'Nenhum lead'}</p>", 'Nenhum lead'],
    ['<p>{`Total: ${n}`}</p>', 'Total:'],
    ['<p>{open ? "Aberto" : t("b")}</p>', 'Aberto'],
    ['<p>{n > 0 && "Novos"}</p>', 'Novos'],
    ['<input placeholder="Buscar" />', 'Buscar'],
    ['<input aria-label={"Buscar"} />', 'Buscar'],
    ['<><b>x</b>Fim</>', 'Fim'],
  ])('%s is refused', (jsx, text) =>
    expect(messages('mfe-leads/src/pages/list.tsx', component(jsx))).toEqual([expect.stringContaining(`"${text}"`)]),
  );

  test('tests, and packages that are never seen, may hold texts', () => {
    expect(messages('mfe-leads/src/pages/list.test.tsx', component('<p>Nenhum lead</p>'))).toEqual([]);
    expect(messages('shared/ui/gallery/page.tsx', component('<p>Nenhum lead</p>'))).toEqual([]);
  });

  test.each([
    ['mfe-leads/src/pages/list.tsx', component('<p className="text-[#fff]" />'), '#fff'],
    ['mfe-leads/src/pages/list.tsx', component('<p className={`w-[13px] ${x}`} />'), '[13px]'],
    ['mfe-leads/src/styles.css', '/* #aaa */\n.x { color: #a1b2c3 }', '#a1b2c3'],
  ])('%s refuses colours and pixels of its own: %s', (file, source, found) =>
    expect(messages(file, source)).toEqual([expect.stringContaining(found)]),
  );

  test('the shell, which holds the tokens, may name a colour', () => {
    expect(messages('shell/src/styles.css', '.x { color: #a1b2c3 }')).toEqual([]);
    expect(messages('mfe-leads/src/pages/list.tsx', '// issue #123\nexport const href = "#abcdefg";')).toEqual([]);
  });
});

describe('the tree', () => {
  test.each([
    ['backend/app.py', 'top-level folder "backend"'],
    ['mfe-leads/src/utils/dates.ts', 'named "utils"'],
    ['api/app/core/helpers.py', 'named "helpers"'],
    ['shared/ui/src/types.ts', 'named "types"'],
    ['shell/src/BootFailure.tsx', 'kebab-case'],
  ])('%s is refused', (file, message) => expect(messages(file, '')).toEqual([expect.stringContaining(message)]));

  test.each([
    'README.md',
    'mfe-billing/src/remote.tsx',
    'shared/api-client/src/generated/types.gen.ts',
    'shell/src/boot-failure.tsx',
  ])('%s is fine', (file) => expect(messages(file, '')).toEqual([]));

  test.each([
    ['docs/x.md', 'see /home/ana/piloto/tools', 'one machine'],
    ['docs/x.md', 'see /root/piloto/tools', 'one machine'],
    ['pnpm-lock.yaml', `tarball: https://${['registry', 'npmjs', 'org'].join('.')}/zod.tgz`, 'package registry'],
    ['README.md', 'see ../shared/design/contract.md', 'outside the repository'],
    ['api/tests/test_x.py', 'open("../shared/data/x.csv")', 'PILOTO_REAL_DATA'],
  ])('%s may not say: %s', (file, source, message) =>
    expect(messages(file, source)).toEqual([expect.stringContaining(message)]),
  );

  test('the real-data tests may name the default of their folder', () => {
    expect(messages('api/tests/test_x.py', 'os.environ.get("PILOTO_REAL_DATA", "../shared/data")')).toEqual([]);
    expect(messages('docs/x.md', 'open /work, https://pypi.example and ~/home/ana')).toEqual([]);
  });
});

describe('the files looked at', () => {
  test('are those that are or would be committed, with and without Git', () => {
    const root = mkdtempSync(join(tmpdir(), 'piloto-layout-'));
    try {
      mkdirSync(join(root, 'node_modules/x'), { recursive: true });
      writeFileSync(join(root, 'node_modules/x/index.js'), '');
      writeFileSync(join(root, 'a.md'), '');
      symlinkSync(join(root, 'a.md'), join(root, 'b.md'));
      expect(repositoryFiles(root).toSorted()).toEqual(['a.md', 'b.md']);
      writeFileSync(join(root, '.gitignore'), 'node_modules\n');
      execFileSync('git', ['init', '-q'], { cwd: root });
      expect(repositoryFiles(root).toSorted()).toEqual(['.gitignore', 'a.md', 'b.md']);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
