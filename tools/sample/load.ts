import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { codeOf, Failure } from '../failure.ts';
import { PYTHON, ROOT } from '../root.ts';
import type { Settings } from '../settings.ts';
import { runProgram } from '../stack/program.ts';
import { apiAddress } from '../stack/readiness.ts';
import { ApiSession } from './api-session.ts';
import { AGENTS, KNOWLEDGE, LEADS, ORGANIZATION, OWNER } from './organization.ts';

const IMPORT_LIMIT_MS = 120_000;
const sampleSchema = z.object({ email: z.string(), password: z.string(), loaded: z.boolean() });
type Sample = z.infer<typeof sampleSchema>;
type Options = { settings: Settings; report: (line: string) => void };

function readKept(file: string): Sample | undefined {
  try {
    return sampleSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new Failure(`${file} cannot be read as the sample's credentials. Delete PILOTO_HOME to start anew.`);
  }
}

const keep = (file: string, sample: Sample): void =>
  writeFileSync(file, `${JSON.stringify(sample, null, 2)}\n`, { mode: 0o600 });

const importSchema = z.object({ id: z.string(), state: z.string() });
const named = z.object({ items: z.array(z.object({ name: z.string() })) });
const titled = z.object({ items: z.array(z.object({ title: z.string() })) });

/** Leads come in as a person brings them: a spreadsheet through the import. */
async function importLeads(api: ApiSession): Promise<void> {
  const leads = z.object({ total: z.object({ value: z.number() }) });
  if ((await api.call('GET', 'public/leads?limit=1', leads)).total.value > 0) return;
  const scratch = mkdtempSync(join(tmpdir(), 'piloto-sample-'));
  try {
    const file = join(scratch, 'leads.csv');
    const script = join(ROOT, 'tools/sample/generate.py');
    const args = [
      script,
      '--leads',
      String(LEADS.count),
      '--seed',
      String(LEADS.seed),
      '--owner',
      OWNER.name,
      '--out',
      file,
    ];
    const made = await runProgram(PYTHON, args, { cwd: ROOT });
    if (made.code !== 0) throw new Failure(`The sample's leads could not be generated:\n${made.output}`);
    const form = new FormData();
    form.set('file', new Blob([readFileSync(file)], { type: 'text/csv' }), 'leads.csv');
    const { id } = await api.call('POST', 'public/imports', importSchema, form);
    await api.call('POST', `public/imports/${id}/dry-run`, z.unknown());
    await waitForImport(api, id, (state) => state === 'checked');
    await api.call('POST', `public/imports/${id}/start`, z.unknown());
    await waitForImport(api, id, (state) => state === 'done');
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function waitForImport(api: ApiSession, id: string, reached: (state: string) => boolean): Promise<void> {
  for (const until = Date.now() + IMPORT_LIMIT_MS; ; await pause(200)) {
    const { state } = await api.call('GET', `public/imports/${id}`, importSchema);
    if (reached(state)) return;
    if (state === 'failed' || state === 'cancelled')
      throw new Failure(`The import of the sample's leads ended as "${state}".`);
    if (Date.now() > until)
      throw new Failure(
        `The import of the sample's leads is still "${state}". Is the worker running? See logs/worker.log.`,
      );
  }
}

async function createAgents(api: ApiSession): Promise<void> {
  const existing = (await api.call('GET', 'public/agents', named)).items.map(({ name }) => name);
  for (const agent of AGENTS)
    if (!existing.includes(agent.name)) await api.call('POST', 'public/agents', z.unknown(), agent);
}

async function uploadKnowledge(api: ApiSession): Promise<void> {
  const existing = (await api.call('GET', 'public/knowledge/documents', titled)).items.map(({ title }) => title);
  for (const name of KNOWLEDGE) {
    if (existing.some((title) => title === name || `${title}.md` === name)) continue;
    const form = new FormData();
    const bytes = readFileSync(join(import.meta.dirname, 'knowledge', name));
    form.set('file', new Blob([bytes], { type: 'text/markdown' }), name);
    await api.call('POST', 'public/knowledge/documents', z.unknown(), form);
  }
}

/** Who may sign in, unless another organisation is there already. The password is kept before it is used: it cannot be asked for again. */
async function enter(api: ApiSession, file: string, kept: Sample | undefined): Promise<Sample | undefined> {
  const { needed } = await api.call('GET', 'auth/setup', z.object({ needed: z.boolean() }));
  if (!needed && kept === undefined) return undefined;
  const sample = kept ?? { email: OWNER.email, password: randomBytes(12).toString('base64url'), loaded: false };
  const { email, password } = sample;
  if (needed) {
    keep(file, { ...sample, loaded: false });
    await api.enter('auth/setup', { organization: ORGANIZATION, name: OWNER.name, email, password });
    return { ...sample, loaded: false };
  }
  if (!sample.loaded) await api.enter('auth/login', { email, password });
  return sample;
}

/** Creates the sample organisation through the public doors, once. A start that was killed half-way is completed by the next. */
export async function loadSample({ settings, report }: Options): Promise<void> {
  const file = join(settings.home, 'sample.json');
  const api = new ApiSession(apiAddress(settings), settings.appUrl);
  const sample = await enter(api, file, readKept(file));
  if (sample === undefined) {
    report(
      `--sample: not loaded, because this database already holds another organisation. Delete ${settings.home} to start anew, or set another PILOTO_HOME.`,
    );
    return;
  }
  if (!sample.loaded) {
    report(
      `Loading the sample organisation: ${LEADS.count} leads, ${AGENTS.length} agents, ${KNOWLEDGE.length} texts…`,
    );
    await importLeads(api);
    await createAgents(api);
    await uploadKnowledge(api);
    keep(file, { ...sample, loaded: true });
  }
  report(
    `Sample organisation "${ORGANIZATION}": sign in as ${sample.email} with the password ${sample.password} (kept in ${file})`,
  );
}
