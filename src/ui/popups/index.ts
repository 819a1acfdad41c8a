// The chunk. Reach it only through load.ts.
export { CommandPaletteView } from './CommandPaletteView'
export { DialogView } from './DialogView'
export { DrawerView } from './DrawerView'
export { MenuView, PointMenuView } from './MenuView'
export { PopoverView } from './PopoverView'
export { SelectView } from './SelectView'
