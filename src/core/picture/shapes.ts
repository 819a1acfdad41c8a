// What a picture is made of: plain data that the SVG writer, the far-zoom canvas and the exporters paint alike.
import type { Box } from '../layout/box'
import type { TextStyle } from '../layout/metrics'
import type { Command } from '../layout/route/path'
import type { Paint } from './paints'

interface Outline {
  readonly fill?: Paint
  readonly stroke?: Paint
  readonly strokeWidth?: number
  /** Of fill and stroke together; 1 when absent. */
  readonly opacity?: number
}

export interface RectShape extends Box, Outline {
  readonly kind: 'rect'
  readonly radius?: number
}

export interface CircleShape extends Outline {
  readonly kind: 'circle'
  readonly x: number
  readonly y: number
  readonly radius: number
}

export interface PathShape extends Outline {
  readonly kind: 'path'
  readonly commands: readonly Command[]
  readonly dash?: readonly [on: number, off: number]
}

export interface TextShape {
  readonly kind: 'text'
  readonly text: string
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly style: TextStyle
  readonly fill: Paint
  readonly align?: 'end' | 'middle'
  /** Drawn around the letters so that they stay readable on lines. */
  readonly halo?: Paint
  readonly isItalic?: true
}

export type Shape = RectShape | CircleShape | PathShape | TextShape

export type Role = 'area' | 'line' | 'table' | 'view' | 'enum' | 'note' | 'label' | 'legend'

/** The shapes of one thing: what a pointer hits, a screen reader names and a painter skips when it is out of view. */
export interface Group {
  readonly role: Role
  readonly id: string
  /** In words, for `<title>`. */
  readonly title: string
  readonly box: Box
  /** The two or three shapes that are left of it where nothing can be read any more. */
  readonly far: readonly Shape[]
  readonly near: readonly Shape[]
}

export interface Scene {
  readonly bounds: Box
  readonly title: string
  readonly description: string
  readonly ground: Paint
  /** From the back to the front. */
  readonly groups: readonly Group[]
}
