import { type Site, siteSchema } from '@piloto/contracts';
import { paths, readSite, requireChannel } from '../bucket.ts';
import { EXIT, ReleaseFailure } from '../failure.ts';
import { toJson } from '../json.ts';
import type { Context } from './context.ts';
import { publishPage } from './channel-page.ts';

/** Records what the deployment decides (where the API is) and writes the channel's page again. Without an origin: only the page. */
export async function site({ storage }: Context, channel: string, apiOrigin?: string): Promise<Site> {
  requireChannel(channel);
  const before = await readSite(storage, channel);
  const next = siteSchema.safeParse({ schema: 1, apiOrigin: apiOrigin ?? before.apiOrigin });
  if (
    !next.success ||
    (next.data.apiOrigin !== '' &&
      (!/^https?:/.test(next.data.apiOrigin) || new URL(next.data.apiOrigin).origin !== next.data.apiOrigin))
  )
    throw new ReleaseFailure(
      EXIT.usage,
      `"${apiOrigin}" is not an origin. Give one such as https://api.example.com, or "" when the API answers on the page's own origin.`,
    );
  if (next.data.apiOrigin !== before.apiOrigin || apiOrigin !== undefined)
    await storage.write(paths.site(channel), toJson(next.data));
  await publishPage(storage, channel);
  return next.data;
}
