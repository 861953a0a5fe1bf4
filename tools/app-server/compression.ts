import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { BucketFile } from './bucket-files.ts';

const MIN_BYTES = 1024; // smaller ones fit into one packet anyway
const CACHE_BYTES = 96 * 1024 * 1024;

type Encoding = 'br' | 'gzip';
export type Encoded = { bytes: Buffer; encoding: Encoding | undefined };

/** What the client takes, best first. `q=0` is a refusal. */
export function chooseEncoding(header: string | undefined): Encoding | undefined {
  const accepted = new Map(
    (header ?? '').split(',').map((part): [string, number] => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
      return [name.trim(), q === undefined ? 1 : Number(q.slice(2))];
    }),
  );
  const takes = (name: Encoding): boolean => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0;
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}

const compress = {
  br: (bytes: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes, { level: 8 }),
};

/** Compresses as a CDN does: each content once, kept in memory by its hash, the oldest leaving first. */
export class Compressor {
  readonly #kept = new Map<string, Promise<Buffer>>();
  #bytes = 0;

  async encode(file: BucketFile, acceptEncoding: string | undefined): Promise<Encoded> {
    const encoding = file.compressible && file.bytes.length >= MIN_BYTES ? chooseEncoding(acceptEncoding) : undefined;
    if (encoding === undefined) return { bytes: file.bytes, encoding };
    const key = `${encoding} ${file.etag}`;
    const work = this.#kept.get(key) ?? this.#keep(key, compress[encoding](file.bytes));
    return { bytes: await work, encoding };
  }

  #keep(key: string, work: Promise<Buffer>): Promise<Buffer> {
    this.#kept.set(key, work);
    work.then(
      (bytes) => {
        this.#bytes += bytes.length;
        for (const [oldest, kept] of this.#kept) {
          if (this.#bytes <= CACHE_BYTES || oldest === key) break;
          this.#kept.delete(oldest);
          void kept.then((dropped) => {
            this.#bytes -= dropped.length;
          });
        }
      },
      () => this.#kept.delete(key),
    );
    return work;
  }
}
