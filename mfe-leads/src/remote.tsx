import './styles.css';
import { connectApi } from '@piloto/api-client';
import { defineRemote } from '@piloto/runtime';
import { PortalProvider } from '@piloto/ui';
import { messages, NAME } from './messages.ts';
import { pages } from './routes.tsx';

export default defineRemote({
  name: NAME,
  messages,
  pages,
  connect: (props) => connectApi(props.session),
  layout: ({ portal, children }) => <PortalProvider container={portal}>{children}</PortalProvider>,
});
