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
export { AlertDialog, type AlertDialogProps } from './alert-dialog.tsx';
export { Avatar, type AvatarProps } from './avatar.tsx';
export { Badge, type BadgeProps, type BadgeTone, Counter } from './badge.tsx';
export { Banner, type BannerProps, OfflineBanner } from './banner.tsx';
export { Checkbox, type CheckboxProps } from './checkbox.tsx';
export { DescriptionList, type DescriptionListProps } from './description-list.tsx';
export { FileDrop, type FileDropProps } from './file-drop.tsx';
export { FilterChip, type FilterChipPart, type FilterChipProps } from './filter-chip.tsx';
export { Logo } from './logo.tsx';
export { PartialBadge, type PartialBadgeProps } from './partial-badge.tsx';
export { Popover, type PopoverProps } from './popover.tsx';
export { Progress, type ProgressProps } from './progress.tsx';
export { RadioGroup, type RadioGroupProps, type RadioOption } from './radio-group.tsx';
export { Score, type ScoreProps } from './score.tsx';
export { SearchInput, type SearchInputProps } from './search-input.tsx';
export { Segmented, type SegmentedProps } from './segmented.tsx';
export { Select, type SelectOption, type SelectProps } from './select.tsx';
export { type Stage, StageRing, type StageRingProps } from './stage-ring.tsx';
export { StatusDot, type StatusTone } from './status-dot.tsx';
export { Steps, type StepsProps } from './steps.tsx';
export { Switch, type SwitchProps } from './switch.tsx';
export { TabPanel, type TabItem, Tabs, type TabsProps } from './tabs.tsx';
