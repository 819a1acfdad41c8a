// The history as rows: where everything began, then step after step, those that were taken back behind the rest.
import type { History, Step } from '../../core/model/history'
import { inThePast } from './past'

export interface HistoryRow {
  readonly id: string
  /** How many steps are done there. */
  readonly position: number
  readonly label: string
  /** At the head of what was done in one go; else empty. */
  readonly time: string
  readonly state: 'done' | 'current' | 'undone'
}

/** After a pause like this something new was begun. */
const pauseMs = 5 * 60_000

const two = (value: number): string => String(value).padStart(2, '0')

/** The same in every language: 14:05, and with its day when that is another one. */
export function timeOf(at: number, now: number): string {
  const then = new Date(at)
  const today = new Date(now)
  const clock = `${two(then.getHours())}:${two(then.getMinutes())}`
  const isToday = then.toDateString() === today.toDateString()
  return isToday ? clock : `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())} ${clock}`
}

type AnyStep = Pick<Step<unknown>, 'label' | 'at'>

export function historyRows({ done, undone }: History<unknown>, now: number): readonly HistoryRow[] {
  const steps: readonly AnyStep[] = [...done, ...undone.toReversed()]
  const stateAt = (position: number): HistoryRow['state'] =>
    position === done.length ? 'current' : position < done.length ? 'done' : 'undone'
  const first: HistoryRow = { id: '0', position: 0, label: 'Beginning', time: '', state: stateAt(0) }
  const rows = steps.map(({ label, at }, i): HistoryRow => {
    const before = steps[i - 1]
    const isHead = !before || at - before.at > pauseMs
    return {
      id: String(i + 1),
      position: i + 1,
      label: inThePast(label),
      time: isHead ? timeOf(at, now) : '',
      state: stateAt(i + 1),
    }
  })
  return [first, ...rows]
}
