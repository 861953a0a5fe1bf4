import { useEffect, useState } from 'react';

const PATIENCE = 400;

/** True once `known`, or when the answer takes so long that the page is better drawn without it. */
export function useSettled(known: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (known) return;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [known]);
  return known || late;
}
