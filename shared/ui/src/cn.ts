import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// Without these lists `text-13` would count as a colour and be dropped beside `text-ink`.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['11', '12', '13', '14', '16', '20'],
      radius: ['1', '2', '3', '4'],
      shadow: ['menu', 'dialog'],
      'font-weight': ['regular', 'medium', 'semibold'],
    },
  },
});

/** Joins class names; of two that set the same property, the later wins. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values));
}
