import { Search, X } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import { cn } from './cn.ts';
import type { ControlSize } from './control-size.tsx';
import { IconButton } from './icon-button.tsx';
import { Input } from './input.tsx';
import { Kbd } from './kbd.tsx';

export type SearchInputProps = Omit<
  ComponentProps<'input'>,
  'size' | 'type' | 'value' | 'onChange' | 'aria-label' | 'ref'
> & {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  clearLabel: string;
  size?: ControlSize | undefined;
  /** The key that focuses it, shown while it is empty. */
  shortcut?: string | undefined;
};

/** Esc or the X empties it and keeps the focus in it. */
export function SearchInput({
  label,
  value,
  onValueChange,
  clearLabel,
  shortcut,
  className,
  onKeyDown,
  ...rest
}: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null);

  function clear() {
    onValueChange('');
    input.current?.focus();
  }

  const end =
    value !== '' ? (
      <IconButton
        icon={X}
        label={clearLabel}
        size="sm"
        tooltip={false}
        onClick={clear}
        className="size-6 max-md:size-11"
      />
    ) : shortcut !== undefined ? (
      <Kbd className="mr-1 max-md:hidden">{shortcut}</Kbd>
    ) : null;

  return (
    <Input
      {...rest}
      ref={input}
      type="search"
      aria-label={label}
      value={value}
      icon={Search}
      end={end}
      onChange={(event) => onValueChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.key !== 'Escape' || value === '') return;
        // The first Esc belongs to the field; a dialog around it closes with the second.
        event.stopPropagation();
        clear();
      }}
      className={cn('[&::-webkit-search-cancel-button]:appearance-none', className)}
    />
  );
}
