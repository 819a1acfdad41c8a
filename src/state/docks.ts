// How much room there is for what stands around the canvas, and what of it is open. Beside the canvas where both fit;
// over it where they do not: the left dock as a drawer, on a phone the inspector as a sheet from below.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { settings, type Settings } from './settings'

export type Room = 'phone' | 'tablet' | 'desk'
/** How far the sheet with the inspector is drawn up. */
export type SheetStop = 'peek' | 'half' | 'whole'
export type LeftTab = Settings['leftDock']['tab']

export interface Docks {
  readonly room: Room
  readonly isDrawerOpen: boolean
  /** While something is dragged out of the drawer it makes room for the canvas behind it. */
  readonly isDrawerAside: boolean
  readonly sheet: SheetStop
}

export const docks = createStore<Docks>(() => ({
  room: 'desk',
  isDrawerOpen: false,
  isDrawerAside: false,
  sheet: 'peek',
}))
export const useDocks = <T>(selector: (state: Docks) => T): T => useStore(docks, selector)

export const setRoom = (room: Room): void => {
  if (docks.getState().room !== room) docks.setState({ room, isDrawerOpen: false, isDrawerAside: false })
}

export const setSheet = (sheet: SheetStop): void => {
  docks.setState({ sheet })
}

const isOver = (): boolean => docks.getState().room !== 'desk'

export const isLeftOpen = (): boolean =>
  isOver() ? docks.getState().isDrawerOpen : settings.getState().leftDock.isOpen

/** A drawer is open for the moment; whether the dock stands beside the canvas is remembered. */
export function setLeft({ isOpen, tab }: { readonly isOpen: boolean; readonly tab?: LeftTab }): void {
  const over = isOver()
  if (over) docks.setState({ isDrawerOpen: isOpen })
  settings.setState(({ leftDock }) => ({
    leftDock: { ...leftDock, ...(tab && { tab }), ...(!over && { isOpen }) },
  }))
}

/** On a phone the inspector is there with the selection; asking for it draws it up. */
export const isRightOpen = (): boolean =>
  docks.getState().room === 'phone' ? docks.getState().sheet !== 'peek' : settings.getState().rightDock.isOpen

export function toggleRight(): void {
  if (docks.getState().room === 'phone') setSheet(isRightOpen() ? 'peek' : 'half')
  else settings.setState(({ rightDock }) => ({ rightDock: { ...rightDock, isOpen: !rightDock.isOpen } }))
}

/** For what is changed in the inspector alone. */
export function openRight(): void {
  if (docks.getState().room === 'phone') setSheet('half')
  else settings.setState(({ rightDock }) => ({ rightDock: { ...rightDock, isOpen: true } }))
}

/** A drag that begins in the drawer ends behind it: it steps aside meanwhile, and goes when the drag is over. */
export function stepAside(): void {
  if (!docks.getState().isDrawerOpen) return
  // What is dragged keeps its picture: the browser takes it after the event that begins the drag.
  requestAnimationFrame(() => {
    docks.setState({ isDrawerAside: true })
  })
}

export function endDrag(): void {
  if (docks.getState().isDrawerAside) docks.setState({ isDrawerAside: false, isDrawerOpen: false })
}
