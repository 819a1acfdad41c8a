// Where lines are tied to the sides of their tables. A few lines at one row stand apart within it; many that mean the
// same share one trunk, as in a circuit diagram; ends that belong to the whole table spread along its side.
import type { Box, Side } from '../box'
import { textMark, type LineEnd } from '../lines'
import { isSideways } from './path'
import { portAt, type Port } from './simple'

/** How far apart ends stand within a row of 24 px. */
const rowSpacing = 8
const mostInRow = 3
/** Written ends stand further apart; those that say the same share one trunk at once. */
const textSpacing = 12
const rowRoom = 24
const sideSpacing = 16
const sidePadding = 12

export interface EndPlan {
  readonly line: string
  readonly end: 0 | 1
  readonly object: string
  readonly at: LineEnd['at']
  readonly mark: string
  readonly side: Side
  /** The position of the other end along the side, to keep neighbours from crossing. */
  readonly facing: number
}

export interface TiedPort extends Port {
  /** Lines of one trunk may lie upon each other. */
  readonly trunk?: string
}

const compare = (a: EndPlan, b: EndPlan): number =>
  a.facing - b.facing || (a.line === b.line ? a.end - b.end : a.line < b.line ? -1 : 1)

type Tie = (plan: EndPlan, shift: number, trunk?: string) => void

function tieRow(plans: readonly EndPlan[], key: string, tie: Tie): void {
  const areTexts = plans.some(({ mark }) => mark.startsWith(textMark))
  if (plans.length <= (areTexts ? 1 : mostInRow)) {
    plans.forEach((plan, i) => tie(plan, (i - (plans.length - 1) / 2) * rowSpacing))
    return
  }
  // Ends with different marks cannot share a place without hiding each other's meaning.
  const marks = [...new Set(plans.map((plan) => plan.mark))].sort()
  for (const plan of plans) {
    const i = marks.indexOf(plan.mark)
    const spacing = areTexts ? Math.min(textSpacing, rowRoom / marks.length) : rowSpacing
    tie(plan, Math.round((i - (marks.length - 1) / 2) * spacing), `${key}/${plan.mark}`)
  }
}

function tieSide(plans: readonly EndPlan[], length: number, tie: Tie): void {
  const spacing = Math.min(sideSpacing, (length - 2 * sidePadding) / Math.max(1, plans.length - 1))
  plans.forEach((plan, i) => tie(plan, Math.round((i - (plans.length - 1) / 2) * spacing)))
}

const endKey = (line: string, end: 0 | 1): string => `${end}${line}`

export type Ports = ReadonlyMap<string, TiedPort>
export const portOf = (ports: Ports, line: string, end: 0 | 1): TiedPort | undefined =>
  ports.get(endKey(line, end))

/** Ties every end to its side. */
export function tieAll(plans: readonly EndPlan[], boxes: ReadonlyMap<string, Box>): Ports {
  const groups = new Map<string, EndPlan[]>()
  for (const plan of plans) {
    const key = `${plan.object}/${plan.side}/${plan.at ?? ''}`
    const group = groups.get(key)
    if (group) group.push(plan)
    else groups.set(key, [plan])
  }
  const ports = new Map<string, TiedPort>()
  for (const [key, group] of groups) {
    const first = group[0]
    const box = first && boxes.get(first.object)
    if (!first || !box) continue
    group.sort(compare)
    const tie: Tie = (plan, shift, trunk) => {
      const port = portAt(plan.at === undefined ? { box } : { box, at: plan.at }, plan.side, shift)
      ports.set(endKey(plan.line, plan.end), trunk === undefined ? port : { ...port, trunk })
    }
    if (first.at !== undefined) tieRow(group, key, tie)
    else tieSide(group, isSideways(first.side) ? box.height : box.width, tie)
  }
  straighten(groups.values(), ports)
  return ports
}

const opposite: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' }

/** An end that has its side to itself moves along it until its line runs straight. */
function straighten(groups: Iterable<readonly EndPlan[]>, ports: Map<string, TiedPort>): void {
  for (const [plan, ...others] of groups) {
    if (!plan || plan.at !== undefined || others.length > 0) continue
    const key = endKey(plan.line, plan.end)
    const [own, other] = [ports.get(key), ports.get(endKey(plan.line, plan.end === 0 ? 1 : 0))]
    if (!own || other?.side !== opposite[own.side]) continue
    const { x, y, width, height } = own.box
    const flat = isSideways(own.side)
    const [low, high, wish] = flat ? [y, y + height, other.point.y] : [x, x + width, other.point.x]
    if (wish < low + sidePadding || wish > high - sidePadding) continue
    ports.set(key, { ...own, point: flat ? { x: own.point.x, y: wish } : { x: wish, y: own.point.y } })
  }
}
