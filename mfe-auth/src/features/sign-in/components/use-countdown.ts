import { useEffect, useState } from 'react';

/** Of `performance.now()`, which no wrong clock moves. */
const secondsUntil = (deadline: number): number => Math.max(0, Math.ceil((deadline - performance.now()) / 1000));

/** Whole seconds that are left of a wait, and how to begin one. */
export function useCountdown(): [seconds: number, begin: (seconds: number) => void] {
  const [deadline, setDeadline] = useState<number>();
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (deadline === undefined) return;
    const timer = setInterval(() => {
      const next = secondsUntil(deadline);
      setLeft(next);
      if (next === 0) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [deadline]);
  return [
    left,
    (seconds) => {
      setLeft(seconds);
      setDeadline(performance.now() + seconds * 1_000);
    },
  ];
}
