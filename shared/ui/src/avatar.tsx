import { Bot, UserRound } from 'lucide-react';
import { cn } from './cn.ts';
import { Icon } from './icon.tsx';

const sizes = { 20: 'size-5 text-11', 24: 'size-6 text-11', 32: 'size-8 text-12', 40: 'size-10 text-14' } as const;

const kinds = {
  person: 'bg-active text-ink-2',
  me: 'bg-accent-soft text-accent-ink',
  ai: 'bg-teal-soft text-teal-ink',
  none: 'text-ink-3 inset-ring inset-ring-line-control',
} as const;

export type AvatarProps = {
  name: string;
  kind?: keyof typeof kinds | undefined;
  size?: keyof typeof sizes | undefined;
  /** Organisations are square. */
  square?: boolean | undefined;
  className?: string | undefined;
};

/** Initials or a symbol; decorative, so the name must stand beside it. */
export function Avatar({ name, kind = 'person', size = 20, square = false, className }: AvatarProps) {
  const glyph = kind === 'ai' ? Bot : kind === 'none' ? UserRound : null;
  return (
    <span
      aria-hidden="true"
      className={cn(
        'inline-flex shrink-0 items-center justify-center align-middle font-semibold select-none',
        square ? 'rounded-1' : 'rounded-full',
        sizes[size],
        kinds[kind],
        className,
      )}
    >
      {glyph ? <Icon icon={glyph} size={size >= 32 ? 16 : 12} /> : initials(name, size === 20 ? 1 : 2)}
    </span>
  );
}

function initials(name: string, count: 1 | 2): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  // Spread, not index: a letter outside the BMP must not be cut in half.
  const letters = [...first].slice(0, 1).concat(count === 2 ? [...last].slice(0, 1) : []);
  return letters.join('').toLocaleUpperCase();
}
