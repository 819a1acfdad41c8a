// What notations and levels are called where people choose them.
import type { Level, Notation } from '../model/records'

export const notationLabels: Readonly<Record<Notation, string>> = {
  crowsFoot: 'Crow’s foot',
  idef1x: 'IDEF1X',
  uml: 'UML classes',
  barker: 'Barker',
  minMax: 'Min–max',
  chen: 'Chen',
}

export const levelLabels: Readonly<Record<Level, string>> = {
  full: 'All columns',
  keys: 'Keys only',
  names: 'Names only',
  conceptual: 'Conceptual',
}
