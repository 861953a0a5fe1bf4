import type { EventBus } from '@piloto/contracts';
import { useMessages } from '@piloto/runtime';
import { useEffect, useState } from 'react';

/** The page's one live region, and the document's title: "<view> · Piloto de Vendas". */
export function Announcer({ events }: { events: EventBus }) {
  const t = useMessages('shell');
  const [spoken, setSpoken] = useState('');
  const product = t('product');
  useEffect(() => {
    const stopTitle = events.on('title', ({ text }) => {
      document.title = `${text} · ${product}`;
    });
    const stopAnnounce = events.on('announce', ({ text }) => setSpoken(text));
    return () => {
      stopTitle();
      stopAnnounce();
    };
  }, [events, product]);
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {spoken}
    </div>
  );
}
