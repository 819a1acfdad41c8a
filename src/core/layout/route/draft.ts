/** A line while it is being made: its points move, its ends do not. */
export interface Draft {
  readonly id: string
  readonly points: { x: number; y: number }[]
  /** By hand: nothing may move it. */
  readonly isFixed: boolean
  /** Trunks of its two ends: stretches of one trunk stay together. */
  readonly trunks: readonly string[]
}
