import type { VersionDescriptor } from '@piloto/contracts';
import { paths } from '../bucket.ts';
import { integrityOf, namedFiles } from '../manifest/hashes.ts';
import { checkTemplate } from '../page/template.ts';
import type { Storage } from '../storage/storage.ts';

/** Files of a published version that are missing or have other bytes than their descriptor says, one sentence each. */
export async function damagedFiles(storage: Storage, descriptor: VersionDescriptor): Promise<string[]> {
  const folder = paths.version(descriptor.name, descriptor.version);
  const findings = await Promise.all(
    namedFiles(descriptor).map(async (name): Promise<string[]> => {
      const file = `${folder}/${name}`;
      const hash = descriptor.integrity[name];
      if (hash === undefined) return [`${folder}/version.json names ${name} without its hash.`];
      const object = await storage.read(file);
      if (object === undefined) return [`${file} is missing.`];
      return integrityOf(object.bytes) === hash ? [] : [`${file} has other bytes than its version was published with.`];
    }),
  );
  return [...findings.flat(), ...(descriptor.name === 'shell' ? await templateFindings(storage, folder) : [])];
}

async function templateFindings(storage: Storage, folder: string): Promise<string[]> {
  const template = await storage.read(`${folder}/index.html`);
  if (template === undefined) return [`${folder}/index.html is missing.`];
  return checkTemplate(Buffer.from(template.bytes).toString('utf8')).map((finding) => `${folder}/${finding}`);
}
