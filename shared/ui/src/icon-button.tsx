import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ButtonVariant, buttonVariants } from './button.tsx';
import { cn } from './cn.ts';
import { type ControlSize, useControlSize } from './control-size.tsx';
import { Icon } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  icon: LucideIcon;
  /** Both the accessible name and the tooltip. */
  label: string;
  variant?: ButtonVariant | undefined;
  size?: ControlSize | undefined;
  shortcut?: string | undefined;
  /** Off where a menu opens from it, so that two overlays never meet. */
  tooltip?: boolean | undefined;
};

const squares = { sm: 'w-7', md: 'w-8', lg: 'w-10' } as const;

export function IconButton({
  icon,
  label,
  variant = 'ghost',
  size,
  shortcut,
  tooltip = true,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const actualSize = useControlSize(size);
  const button = (
    <button
      {...rest}
      type={type}
      aria-label={label}
      className={cn(
        buttonVariants({ variant, size: actualSize }),
        'px-0 max-md:min-w-11',
        squares[actualSize],
        className,
      )}
    >
      <Icon icon={icon} />
    </button>
  );
  return tooltip ? (
    <Tooltip content={label} shortcut={shortcut}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
