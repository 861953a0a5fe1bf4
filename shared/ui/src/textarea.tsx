import type { ComponentProps } from 'react';
import { cn } from './cn.ts';
import { useFieldControl } from './field.tsx';
import { controlVariants } from './input.tsx';

export type TextareaProps = ComponentProps<'textarea'>;

export function Textarea({ className, rows = 3, ...rest }: TextareaProps) {
  const wiring = useFieldControl(rest);
  return (
    <textarea
      {...rest}
      {...wiring}
      rows={rows}
      className={cn(controlVariants({}), 'block resize-y px-2.5 py-1.5 text-13 max-md:text-16', className)}
    />
  );
}
