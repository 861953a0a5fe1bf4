import { createRoot } from 'react-dom/client';
import { PortalProvider } from '../src/index.ts';
import { Bars } from './bars.tsx';
import { Fields } from './fields.tsx';
import { Overlays } from './overlays.tsx';
import { Parts } from './parts.tsx';
import { States } from './states.tsx';

const query = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = query.get('theme') ?? 'light';
const overlay = query.get('overlay');

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

createRoot(root).render(
  <PortalProvider container={document.getElementById('overlays')}>
    <main className="grid lg:grid-cols-3">
      <div className="min-w-0 border-line lg:border-r">
        <Parts />
      </div>
      <div className="min-w-0 border-line lg:border-r">
        <Fields />
      </div>
      <div className="min-w-0">
        <Overlays open={overlay} />
        <States />
      </div>
      <div className="min-w-0 lg:col-span-3">
        <Bars />
      </div>
    </main>
  </PortalProvider>,
);
