import { Tabs as Base } from '@base-ui/react/tabs';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';
import { Menu, MenuItem } from './menu.tsx';
import { useFittingTabs } from './use-fitting-tabs.ts';

export type TabItem<Value extends string> = {
  value: Value;
  label: string;
  /** Formatted by the caller; hidden below 1200 px. */
  count?: string | undefined;
};

export type TabsProps<Value extends string> = {
  items: ReadonlyArray<TabItem<Value>>;
  value: Value;
  onValueChange: (value: Value) => void;
  /** Accessible name of the list of tabs. */
  label: string;
  /** The button of the tabs that do not fit, as "Mais". */
  moreLabel: string;
  /** TabPanels, where the tabs do not stand in a header far from what they show. */
  children?: ReactNode;
  className?: string | undefined;
};

/** A 2 px underline on the hairline of the bar around it. What does not fit goes to a menu. */
export function Tabs<Value extends string>({
  items,
  value,
  onValueChange,
  label,
  moreLabel,
  children,
  className,
}: TabsProps<Value>) {
  const { container, shown } = useFittingTabs(items, value);
  const shownValues = new Set(shown.map((item) => item.value));
  const hidden = items.filter((item) => !shownValues.has(item.value));

  function choose(next: unknown) {
    const item = items.find((candidate) => candidate.value === next);
    if (item) onValueChange(item.value);
  }

  return (
    <Base.Root
      value={value}
      onValueChange={choose}
      className={cn(children === undefined ? 'flex min-w-0 flex-1 self-stretch' : 'flex min-w-0 flex-col', className)}
    >
      <div
        ref={container}
        className={cn(
          'flex min-w-0 flex-1 items-stretch gap-4',
          children !== undefined && 'h-10 flex-none border-b border-line',
        )}
      >
        <Base.List aria-label={label} activateOnFocus={false} className="flex min-w-0 items-stretch gap-4">
          {shown.map((item) => (
            <Base.Tab
              key={item.value}
              value={item.value}
              data-tab={item.value}
              className="relative inline-flex min-h-8 cursor-default items-center gap-1.5 font-medium whitespace-nowrap text-ink-2 after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 hover:text-ink data-active:text-ink data-active:after:bg-accent focus-visible:-outline-offset-2 max-md:min-h-11 max-md:min-w-11 max-md:justify-center"
            >
              {item.label}
              {item.count !== undefined && (
                <span className="text-12 font-regular text-ink-3 tabular-nums max-lg:hidden">{item.count}</span>
              )}
            </Base.Tab>
          ))}
        </Base.List>
        {hidden.length > 0 && (
          <Menu
            align="end"
            trigger={
              <Button variant="ghost" size="sm" iconEnd={ChevronDown} className="self-center">
                {moreLabel}
              </Button>
            }
          >
            {hidden.map((item) => (
              <MenuItem key={item.value} end={item.count} onSelect={() => onValueChange(item.value)}>
                {item.label}
              </MenuItem>
            ))}
          </Menu>
        )}
      </div>
      {children}
    </Base.Root>
  );
}

/** What a tab shows; must be inside Tabs. */
export function TabPanel({
  value,
  className,
  children,
}: {
  value: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Base.Panel value={value} className={cn('min-h-0', className)}>
      {children}
    </Base.Panel>
  );
}
