// The small marks of a table's face, drawn here once in a 12 x 12 field: the screen and every export show these.
import type { HeaderMark } from '../layout/face'
import type { KeyMark } from '../layout/content'
import type { Command } from '../layout/route/path'

export type MarkName = KeyMark | 'foreign' | HeaderMark

/** A circle as four curves. */
function circle(x: number, y: number, r: number): Command[] {
  const k = r * 0.5523
  return [
    ['M', x + r, y],
    ['C', x + r, y + k, x + k, y + r, x, y + r],
    ['C', x - k, y + r, x - r, y + k, x - r, y],
    ['C', x - r, y - k, x - k, y - r, x, y - r],
    ['C', x + k, y - r, x + r, y - k, x + r, y],
    ['Z'],
  ]
}

function line(...points: readonly (readonly [number, number])[]): Command[] {
  return points.map(([x, y], i) => [i === 0 ? 'M' : 'L', x, y] as const)
}

const roundedBox = (x: number, y: number, size: readonly [number, number]): Command[] => {
  const [w, h] = size
  const r = 1.5
  return [
    ['M', x + r, y],
    ['L', x + w - r, y],
    ['Q', x + w, y, x + w, y + r],
    ['L', x + w, y + h - r],
    ['Q', x + w, y + h, x + w - r, y + h],
    ['L', x + r, y + h],
    ['Q', x, y + h, x, y + h - r],
    ['L', x, y + r],
    ['Q', x, y, x + r, y],
    ['Z'],
  ]
}

/** Strokes of 1.25 with round ends; nothing is filled. */
export const markStroke = 1.25

export const markCommands: Readonly<Record<MarkName, readonly Command[]>> = {
  // A key: the bow below left, the blade up to the right with two teeth.
  key: [...circle(4, 8, 2.5), ...line([5.8, 6.2], [10.5, 1.5]), ...line([8.2, 3.8], [10, 5.6])],
  // An arrow out of the row: it refers to something.
  foreign: [...line([2, 10], [9.5, 2.5]), ...line([4.5, 2.5], [9.5, 2.5], [9.5, 7.5])],
  // One of a kind: a diamond.
  unique: [...line([6, 1.5], [10.5, 6], [6, 10.5], [1.5, 6]), ['Z']],
  // Sorted lines of decreasing length.
  indexed: [...line([2, 3], [10, 3]), ...line([2, 6], [8, 6]), ...line([2, 9], [6, 9])],
  // An eye.
  view: [
    ['M', 0.8, 6],
    ['C', 3, 2.4, 9, 2.4, 11.2, 6],
    ['C', 9, 9.6, 3, 9.6, 0.8, 6],
    ['Z'],
    ...circle(6, 6, 1.6),
  ],
  // An eye above a ground line: its rows are stored.
  materialized: [
    ['M', 0.8, 5],
    ['C', 3, 1.4, 9, 1.4, 11.2, 5],
    ['C', 9, 8.6, 3, 8.6, 0.8, 5],
    ['Z'],
    ...circle(6, 5, 1.6),
    ...line([2, 11], [10, 11]),
  ],
  // A list with bullets.
  enum: [
    ...circle(2.2, 3, 0.7),
    ...line([5, 3], [10.5, 3]),
    ...circle(2.2, 6, 0.7),
    ...line([5, 6], [10.5, 6]),
    ...circle(2.2, 9, 0.7),
    ...line([5, 9], [10.5, 9]),
  ],
  comment: [...roundedBox(1.2, 1.5, [9.6, 7.2]), ...line([3.5, 8.7], [3.5, 11], [6, 8.7])],
  locked: [
    ...roundedBox(2.2, 5.2, [7.6, 5.6]),
    ['M', 4, 5.2],
    ['L', 4, 3.6],
    ['C', 4, 0.9, 8, 0.9, 8, 3.6],
    ['L', 8, 5.2],
  ],
}

export const markWords: Readonly<Record<MarkName, string>> = {
  key: 'primary key',
  foreign: 'part of a foreign key',
  unique: 'unique',
  indexed: 'indexed',
  view: 'view',
  materialized: 'materialized view',
  enum: 'enum',
  comment: 'has a comment',
  locked: 'locked',
}

/** Moves commands to a place. */
export const movedTo = (commands: readonly Command[], x: number, y: number): readonly Command[] =>
  commands.map((command): Command => {
    switch (command[0]) {
      case 'M':
      case 'L':
        return [command[0], command[1] + x, command[2] + y]
      case 'Q':
        return ['Q', command[1] + x, command[2] + y, command[3] + x, command[4] + y]
      case 'C':
        return [
          'C',
          command[1] + x,
          command[2] + y,
          command[3] + x,
          command[4] + y,
          command[5] + x,
          command[6] + y,
        ]
      case 'Z':
        return command
    }
  })
