import { cva } from 'class-variance-authority';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';
import { type ControlSize, useControlSize } from './control-size.tsx';
import { useFieldControl } from './field.tsx';
import { Icon } from './icon.tsx';

/** The edge every text control shares; error and focus edges are 2 px and move nothing. */
export const controlVariants = cva(
  'w-full min-w-0 rounded-2 border border-line-control bg-surface text-ink placeholder:text-ink-3 focus-visible:border-focus focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-focus disabled:border-line-strong disabled:bg-active disabled:text-ink-off aria-invalid:border-red aria-invalid:inset-ring aria-invalid:inset-ring-red',
  {
    variants: {
      size: {
        sm: 'h-7 px-2 text-13 max-md:h-11 max-md:text-16',
        md: 'h-8 px-2.5 text-13 max-md:h-11 max-md:text-16',
        lg: 'h-10 px-3 text-14 max-md:h-11 max-md:text-16',
      },
    },
  },
);

export type InputProps = Omit<ComponentProps<'input'>, 'size'> & {
  size?: ControlSize | undefined;
  icon?: LucideIcon | undefined;
  /** Inside the right edge: a unit or a small button. */
  end?: ReactNode;
};

export function Input({ size, icon, end, className, ...rest }: InputProps) {
  const actualSize = useControlSize(size);
  const wiring = useFieldControl(rest);
  const input = (
    <input
      {...rest}
      {...wiring}
      className={cn(controlVariants({ size: actualSize }), icon && 'pl-8', end !== undefined && 'pr-9', className)}
    />
  );
  if (!icon && end === undefined) return input;
  return (
    <span className="relative flex w-full min-w-0 items-center">
      {icon && (
        <Icon
          icon={icon}
          size={actualSize === 'sm' ? 14 : 16}
          className="pointer-events-none absolute left-2.5 text-ink-3"
        />
      )}
      {input}
      {end !== undefined && <span className="absolute right-0.5 flex items-center text-ink-3">{end}</span>}
    </span>
  );
}
