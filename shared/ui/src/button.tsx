import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { cn } from './cn.ts';
import { type ControlSize, useControlSize } from './control-size.tsx';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';

export const buttonVariants = cva(
  'inline-flex shrink-0 cursor-default items-center justify-center gap-1.5 rounded-2 font-medium whitespace-nowrap no-underline select-none disabled:bg-active disabled:text-ink-off disabled:inset-ring-0 max-md:min-h-11',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent hover:bg-accent-hover',
        secondary: 'bg-surface text-ink inset-ring inset-ring-line-strong hover:bg-hover',
        ghost: 'text-ink-2 hover:bg-active hover:text-ink disabled:bg-transparent',
        danger: 'bg-danger text-on-danger transition-opacity hover:opacity-90',
      },
      size: {
        sm: 'h-7 px-2.5 text-13',
        md: 'h-8 px-3 text-13',
        lg: 'h-10 px-4 text-14',
      },
      block: { true: 'w-full', false: '' },
    },
    defaultVariants: { variant: 'secondary', size: 'md', block: false },
  },
);

export type ButtonVariant = NonNullable<VariantProps<typeof buttonVariants>['variant']>;

export type ButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  children: ReactNode;
  variant?: ButtonVariant | undefined;
  size?: ControlSize | undefined;
  icon?: LucideIcon | undefined;
  /** Icon after the text, as the arrow of a menu button. */
  iconEnd?: LucideIcon | undefined;
  block?: boolean | undefined;
  /** While true, clicks do nothing, focus stays and the width does not change. */
  busy?: boolean | undefined;
  /** What the button says while busy, as "Salvando…". Without it, the text stays. */
  busyLabel?: string | undefined;
  /** Below this width only the icon is drawn; the text stays the button's name. Needs an icon. */
  iconOnlyBelow?: 'md' | 'lg' | undefined;
  /** The key that does the same, shown at the right. */
  shortcut?: string | undefined;
};

export function Button({
  children,
  variant,
  size,
  icon,
  iconEnd,
  block,
  busy = false,
  busyLabel,
  iconOnlyBelow,
  shortcut,
  className,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps) {
  const actualSize = useControlSize(size);
  const hasOwnBusyText = busyLabel !== undefined;

  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    // A second submit must not leave while the first one is under way.
    if (busy) event.preventDefault();
    else onClick?.(event);
  }

  const idle = (
    <>
      {icon && !(busy && !hasOwnBusyText) && <Icon icon={icon} />}
      {busy && !hasOwnBusyText && <Spinner />}
      {iconOnlyBelow && icon ? <span className={iconOnly[iconOnlyBelow]}>{children}</span> : children}
      {shortcut && <ShortcutKey onColour={variant === 'primary' || variant === 'danger'}>{shortcut}</ShortcutKey>}
      {iconEnd && <Icon icon={iconEnd} size={14} />}
    </>
  );

  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={handleClick}
      title={rest.title ?? (iconOnlyBelow && typeof children === 'string' ? children : undefined)}
      className={cn(
        buttonVariants({ variant, size: actualSize, block }),
        iconOnlyBelow && 'relative max-md:min-w-11',
        className,
      )}
    >
      {hasOwnBusyText ? (
        // Both texts lie in one grid cell: the wider one sets the width, so nothing beside the button moves.
        <span className="grid items-center justify-items-center">
          <span aria-hidden={busy || undefined} className={layer(!busy)}>
            {idle}
          </span>
          <span aria-hidden={!busy || undefined} className={layer(busy)}>
            <Spinner />
            {busyLabel}
          </span>
        </span>
      ) : (
        idle
      )}
    </button>
  );
}

const iconOnly = { md: 'max-md:sr-only', lg: 'max-lg:sr-only' } as const;

const layer = (shown: boolean) => cn('col-start-1 row-start-1 inline-flex items-center gap-1.5', !shown && 'invisible');

function Spinner() {
  return <Icon icon={LoaderCircle} className="animate-spin motion-reduce:animate-none" />;
}

function ShortcutKey({ onColour, children }: { onColour: boolean; children: ReactNode }) {
  return (
    <Kbd className={cn('-mr-1 max-md:hidden', onColour && 'bg-on-accent/18 text-inherit inset-ring-0')}>{children}</Kbd>
  );
}
