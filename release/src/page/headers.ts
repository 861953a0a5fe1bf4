/** What the load balancer's backend bucket adds to every answer, whatever the release (infra/): local servers send the same. */
const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
} as const;

/** For the page of a channel. What changes with a release, the hashes, is in the page's own policy. */
export const pageHeaders: Readonly<Record<string, string>> = {
  ...everywhere,
  'cache-control': 'no-cache',
  // Closes what an import map's integrity leaves open: a script that is not listed.
  'integrity-policy': 'blocked-destinations=(script)',
  // Only this directive must be a header; the page's own policy holds the others.
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000; includeSubDomains', // browsers heed it over https only
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** For the files of a version, which never change. */
export const assetHeaders: Readonly<Record<string, string>> = {
  ...everywhere,
  'cache-control': 'public, max-age=31536000, immutable',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};
