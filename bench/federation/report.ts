import type { Transfer } from './network.ts';
import type { Round, Sample, Side } from './rounds.ts';

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

type Case = 'cold' | 'warm' | 'navigation';
const CASES: readonly Case[] = ['cold', 'warm', 'navigation'];
const TITLES: Record<Case, string> = {
  cold: 'cold deep link',
  warm: 'warm deep link',
  navigation: 'first navigation',
};

/** The median of the rounds' own ratios: what slows a whole round down, slows both sides. */
const ratioOf = (rounds: readonly Round[], of: (sample: Sample) => number): number =>
  median(rounds.map((round) => of(round.released) / of(round.oneBundle)));
const medianOf = (rounds: readonly Round[], side: Side, of: (sample: Sample) => number): number =>
  median(rounds.map((round) => of(round[side])));

export type Ratios = Record<string, number>;
const rounded = (ratio: number): number => Math.round(ratio * 1000) / 1000;

export function ratiosOf(rounds: readonly Round[], suffix: string): Ratios {
  return Object.fromEntries(CASES.map((name) => [`${name}_ratio${suffix}`, rounded(ratioOf(rounds, (s) => s[name]))]));
}
export const codeRatio = (code: Record<Side, Transfer>): number =>
  rounded(code.released.scriptBytes / code.oneBundle.scriptBytes);

const line = (...cells: string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(36) : cell.padStart(12))).join('');
export const HEAD = line('', 'released', 'one bundle', 'ratio', 'lowest', 'highest');

/** Milliseconds of one profile. The extremes say how far single rounds are to be trusted. */
export function timeLines(profile: string, rounds: readonly Round[]): string[] {
  return CASES.map((name) => {
    const of = (sample: Sample): number => sample[name];
    const ratios = rounds.map((round) => of(round.released) / of(round.oneBundle));
    return line(
      `${TITLES[name]}, ${profile}`,
      `${medianOf(rounds, 'released', of).toFixed(0)} ms`,
      `${medianOf(rounds, 'oneBundle', of).toFixed(0)} ms`,
      ratioOf(rounds, of).toFixed(3),
      Math.min(...ratios).toFixed(2),
      Math.max(...ratios).toFixed(2),
    );
  });
}

/** What the network carries for the first screen of a cold visit. */
export function transferLines(code: Record<Side, Transfer>): string[] {
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const { released, oneBundle } = code;
  const row = (title: string, of: (transfer: Transfer) => number, show: (value: number) => string): string =>
    line(title, show(of(released)), show(of(oneBundle)), (of(released) / of(oneBundle)).toFixed(3));
  return [
    row('JavaScript on the wire', (t) => t.scriptBytes, kB),
    row('everything on the wire', (t) => t.bytes, kB),
    row('script requests', (t) => t.scripts, String),
    row('all requests', (t) => t.requests, String),
  ];
}
