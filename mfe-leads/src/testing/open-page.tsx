import { connectApi } from '@piloto/api-client';
import type { SessionData } from '@piloto/contracts';
import { fakeSession, type RenderedPage, type RenderPageOptions, renderPage, sessionData } from '@piloto/testing';
import type { ComponentType } from 'react';
import { messages, NAME } from '../messages.ts';

type Options = Partial<Pick<RenderPageOptions, 'locale' | 'theme' | 'at'>> & { session?: Partial<SessionData> };
const PERMISSIONS = ['leads:read', 'leads:write', 'leads:export', 'imports:read', 'imports:write', 'members:read'];

/** One page of this remote, signed in, with its texts and its connection to the API. */
export function openPage(Page: ComponentType, route: string, options: Options = {}): Promise<RenderedPage> {
  const { session, ...rest } = options;
  return renderPage(Page, {
    name: NAME,
    messages,
    route,
    connect: (props) => connectApi(props.session),
    session: fakeSession({ status: 'signed-in', data: sessionData({ permissions: PERMISSIONS, ...session }) }),
    ...rest,
  });
}
