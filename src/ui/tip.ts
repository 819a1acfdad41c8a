import { ariaShortcut } from './shortcut'

export interface TipOptions {
  readonly shortcut?: string | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left' | undefined
  /** Show only when the element's own text is cut off. */
  readonly whenCut?: boolean | undefined
}

export interface TipProps {
  readonly 'data-tip': string
  readonly 'data-tip-keys'?: string
  readonly 'data-tip-side'?: string
  readonly 'data-tip-cut'?: ''
  readonly 'aria-keyshortcuts'?: string
}

/** A tooltip for any element, also in SVG: `<span {...tip('Full name', { whenCut: true })}>`. Costs no listener. */
export function tip(text: string, { shortcut, side, whenCut }: TipOptions = {}): TipProps {
  return {
    'data-tip': text,
    ...(shortcut ? { 'data-tip-keys': shortcut, 'aria-keyshortcuts': ariaShortcut(shortcut) } : {}),
    ...(side ? { 'data-tip-side': side } : {}),
    ...(whenCut ? { 'data-tip-cut': '' } : {}),
  }
}
