export { Button, type ButtonProps, type ButtonVariant, buttonVariants } from './button.tsx';
export { cn } from './cn.ts';
export { type ControlSize, ControlSizeProvider } from './control-size.tsx';
export { CopyButton, type CopyButtonProps } from './copy-button.tsx';
export { Dialog, type DialogProps } from './dialog.tsx';
export { Field, type FieldProps, useField, useFieldControl } from './field.tsx';
export { Icon, type IconProps, type LucideIcon } from './icon.tsx';
export { IconButton, type IconButtonProps } from './icon-button.tsx';
export { Input, type InputProps } from './input.tsx';
export { Kbd } from './kbd.tsx';
export { LoadingPanel, type LoadingPanelProps, Skeleton, SkeletonRows } from './loading-panel.tsx';
export { Menu, MenuGroup, MenuItem, type MenuItemProps, type MenuProps, MenuSeparator } from './menu.tsx';
export { PageHeader, type PageHeaderProps } from './page-header.tsx';
export { PortalProvider, type PortalProviderProps, usePortalContainer } from './portal-provider.tsx';
export {
  DeniedPanel,
  type DeniedPanelProps,
  EmptyPanel,
  type EmptyPanelProps,
  ErrorPanel,
  type ErrorPanelProps,
} from './state-panel.tsx';
export {
  MissingValue,
  type SortDirection,
  Table,
  TableBody,
  TableCell,
  type TableCellProps,
  TableHead,
  TableHeadCell,
  type TableHeadCellProps,
  type TableProps,
  TableRow,
  type TableRowProps,
  TableSpacer,
} from './table.tsx';
export { Textarea, type TextareaProps } from './textarea.tsx';
export { FooterBar, type FooterBarProps, Toolbar, type ToolbarProps, ToolbarSeparator } from './toolbar.tsx';
export { Tooltip, type TooltipProps } from './tooltip.tsx';
