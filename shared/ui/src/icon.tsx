import type { LucideIcon } from 'lucide-react';
import { cn } from './cn.ts';

const strokes = { 12: 2.25, 14: 2, 16: 1.75, 20: 1.5 } as const;

export type IconProps = {
  icon: LucideIcon;
  /** px; 16 unless beside small text (14, 12) or in a panel state (20). */
  size?: keyof typeof strokes | undefined;
  className?: string | undefined;
};

/** A decorative lucide icon with the stroke of its size. The text beside it (or the button's label) says the same. */
export function Icon({ icon: Glyph, size = 16, className }: IconProps) {
  return <Glyph aria-hidden="true" size={size} strokeWidth={strokes[size]} className={cn('shrink-0', className)} />;
}

export type { LucideIcon };
