// The chunk. Reach it only through load.ts.
export { ComboboxView } from './ComboboxView'
export { DialogView } from './DialogView'
export { MenuView, PointMenuView } from './MenuView'
export { PopoverView } from './PopoverView'
export { SelectView } from './SelectView'
