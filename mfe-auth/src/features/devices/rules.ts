/** What a user agent says in words: product names are the same in every language. */
export type DeviceWords = { browser: string | undefined; system: string | undefined; isHandheld: boolean };

// Order matters: most browsers also claim to be Chrome, and all of those to be Safari.
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bHeadlessChrome\/|\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string, boolean][] = [
  [/\biPhone\b/, 'iPhone', true],
  [/\biPad\b/, 'iPad', true],
  [/\bAndroid\b/, 'Android', true],
  [/\bWindows\b/, 'Windows', false],
  [/\bCrOS\b/, 'ChromeOS', false],
  [/\bMacintosh\b|\bMac OS X\b/, 'macOS', false],
  [/\bLinux\b/, 'Linux', false],
];

export function readUserAgent(userAgent: string): DeviceWords {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [, system, isHandheld] = SYSTEMS.find(([pattern]) => pattern.test(userAgent)) ?? [];
  // A program names itself first: "curl/8.5.0", "python-httpx/0.28.1".
  const program = /^([A-Za-z][\w.-]*)\//.exec(userAgent)?.[1];
  return {
    browser: browser ?? (program === 'Mozilla' ? undefined : program),
    system,
    isHandheld: isHandheld === true,
  };
}

/** The present session first; the others as the API orders them, the last used first. */
export const presentFirst = <D extends { current: boolean }>(devices: readonly D[]): D[] =>
  devices.toSorted((a, b) => Number(b.current) - Number(a.current));
