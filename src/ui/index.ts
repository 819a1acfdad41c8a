// The contract of ui/: everything else in this folder is its own business.
export { Banner, Notice, type BannerProps, type NoteAction, type NoticeProps } from './Banner'
export { BottomSheet, type BottomSheetProps } from './BottomSheet'
export { Button, type ButtonProps } from './Button'
export { Checkbox, Switch, type CheckboxProps, type SwitchProps } from './Checkbox'
export { cx } from './classes'
export { ColorSwatches, type ColorSwatchesProps, type Swatch } from './ColorSwatches'
export {
  Combobox,
  type ComboboxGroup,
  type ComboboxOption,
  type ComboboxProps,
  type ComboboxSource,
} from './Combobox'
export {
  CommandPalette,
  type CommandPaletteProps,
  type PaletteGroup,
  type PaletteItem,
  type PaletteRow,
} from './CommandPalette'
export { Dialog, type DialogProps, type DialogSize } from './Dialog'
export { EmptyState, type EmptyStateProps } from './EmptyState'
export { Drawer, type DrawerProps } from './Drawer'
export { ErrorBoundary, type ErrorBoundaryProps } from './ErrorBoundary'
export { IconButton, type IconButtonProps } from './IconButton'
export {
  EditableText,
  InlineEdit,
  type CommitKey,
  type EditableTextProps,
  type InlineEditProps,
} from './InlineEdit'
export { Kbd, type KbdProps } from './Kbd'
export {
  ContextMenu,
  ContextMenuArea,
  Menu,
  type ContextMenuAreaProps,
  type MenuPoint,
  type MenuProps,
  type PointMenuProps,
} from './Menu'
export type { MenuAction, MenuCheck, MenuChoice, MenuEntry, MenuSubmenu } from './menuEntries'
export { NumberField, type NumberFieldProps } from './NumberField'
export { Popover, type PopoverProps, type PopupAnchor } from './Popover'
export { ProgressBar, type ProgressBarProps } from './ProgressBar'
export { Section, SidePanel, type SectionProps, type SidePanelProps } from './Section'
export { Select, type SelectGroup, type SelectOption, type SelectProps } from './Select'
export { isMac } from './shortcut'
export { Spinner, type SpinnerProps } from './Spinner'
export { Splitter, type SplitterProps } from './Splitter'
export { Tabs, type TabItem, type TabsProps } from './Tabs'
export { TextArea, TextField, type TextAreaProps, type TextFieldProps } from './TextField'
export { tip, type TipOptions, type TipProps } from './tip'
export { createToastStore, type Toast, type ToastMessage, type ToastStore, type Tone } from './toasts'
export { Toggle, type ToggleProps } from './Toggle'
export { ToggleGroup, type ToggleGroupProps, type ToggleOption } from './ToggleGroup'
export { ToneIcon } from './tones'
export { Toolbar, ToolbarSeparator, type ToolbarProps } from './Toolbar'
export {
  Tree,
  VirtualList,
  type ListItem,
  type RowState,
  type TreeProps,
  type VirtualListProps,
} from './Tree'
export type { TreeRow } from './treeRows'
export { UiProvider, useToasts, type UiProviderProps } from './UiProvider'
export { VirtualRows, type VirtualRowsProps } from './VirtualRows'
export { VisuallyHidden } from './VisuallyHidden'
