/** Seconds to wait as a refusal for too many attempts says them (`Retry-After`); a minute where it does not. */
export function retryAfterSeconds(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : 60;
}

/** 272 → { minutes: 4, seconds: 32 }. */
export const splitWait = (total: number): { minutes: number; seconds: number } => ({
  minutes: Math.floor(total / 60),
  seconds: total % 60,
});
