import { z } from 'zod';

/** Where the user was in a list, for the way back and for a reload. Kept for the tab, by the list's address. */
const placeSchema = z.object({ offset: z.number().nonnegative(), active: z.string().nullable() });
export type Place = z.infer<typeof placeSchema>;

const TOP: Place = { offset: 0, active: null };
const keyOf = (address: string): string => `piloto.leads.place ${address}`;

/** The address of the list with these search parameters. */
export function listAddress(search: string): string {
  const parameters = new URLSearchParams(search).toString();
  return parameters === '' ? '/leads' : `/leads?${parameters}`;
}

export function recallPlace(address: string): Place {
  const stored = sessionStorage.getItem(keyOf(address));
  if (stored === null) return TOP;
  try {
    return placeSchema.parse(JSON.parse(stored));
  } catch {
    // Written by another version or by hand: the list starts at its top.
    return TOP;
  }
}

export function rememberPlace(address: string, place: Partial<Place>): void {
  sessionStorage.setItem(keyOf(address), JSON.stringify({ ...recallPlace(address), ...place }));
}

export const forgetPlace = (address: string): void => sessionStorage.removeItem(keyOf(address));
