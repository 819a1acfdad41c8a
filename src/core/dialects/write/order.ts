// What must stand before what. Soft needs (foreign keys) give way where things need each other in a circle.

export interface Needs {
  /** Must stand before: a type, a parent partition, a function in a default. */
  readonly hard: readonly string[]
  /** Should stand before: a table that a foreign key refers to. */
  readonly soft: string[]
}

interface Mark {
  index: number
  low: number
  onStack: boolean
}

/** Tarjan's groups of things that need each other, as a group number for each id. */
function circles(
  ids: readonly string[],
  next: (id: string) => readonly string[],
): ReadonlyMap<string, number> {
  const marks = new Map<string, Mark>()
  const group = new Map<string, number>()
  const stack: string[] = []
  let groups = 0
  const close = (id: string): void => {
    for (;;) {
      const member = stack.pop()
      if (member === undefined) return
      const mark = marks.get(member)
      if (mark) mark.onStack = false
      group.set(member, groups)
      if (member === id) break
    }
    groups++
  }
  const enter = (id: string): Mark => {
    const mark = { index: marks.size, low: marks.size, onStack: true }
    marks.set(id, mark)
    stack.push(id)
    return mark
  }
  for (const root of ids) {
    if (marks.has(root)) continue
    const path = [{ id: root, mark: enter(root), needs: next(root), at: 0 }]
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const to = step.needs[step.at++]
      if (to === undefined) {
        path.pop()
        const above = path.at(-1)
        if (above) above.mark.low = Math.min(above.mark.low, step.mark.low)
        if (step.mark.low === step.mark.index) close(step.id)
        continue
      }
      const seen = marks.get(to)
      if (!seen) path.push({ id: to, mark: enter(to), needs: next(to), at: 0 })
      else if (seen.onStack) step.mark.low = Math.min(step.mark.low, seen.index)
    }
  }
  return group
}

/** Depth first in the given order, so that what needs nothing keeps its place. Circles are cut where they close. */
function visit(ids: readonly string[], next: (id: string) => readonly string[]): string[] {
  const done: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  for (const root of ids) {
    if (state.has(root)) continue
    state.set(root, 'open')
    const path = [{ id: root, needs: next(root), at: 0 }]
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const to = step.needs[step.at++]
      if (to === undefined) {
        path.pop()
        state.set(step.id, 'done')
        done.push(step.id)
      } else if (!state.has(to)) {
        state.set(to, 'open')
        path.push({ id: to, needs: next(to), at: 0 })
      }
    }
  }
  return done
}

const nothing: readonly string[] = []

/** The ids in an order that keeps every hard need and as many soft ones as can be. Linear. */
export function inNeedOrder(ids: readonly string[], needs: ReadonlyMap<string, Needs>): readonly string[] {
  const known = new Set(ids)
  const all = new Map<string, readonly string[]>()
  for (const id of ids) {
    const own = needs.get(id)
    if (!own || (own.hard.length === 0 && own.soft.length === 0)) continue
    const list: string[] = []
    for (const to of own.hard) if (to !== id && known.has(to)) list.push(to)
    for (const to of own.soft) if (to !== id && known.has(to)) list.push(to)
    all.set(id, list)
  }
  const both = (id: string) => all.get(id) ?? nothing
  const hard = (id: string) => needs.get(id)?.hard ?? nothing
  const group = circles(ids, both)
  // In a circle that hard needs have a part in, the soft ones all give way; in others only the one that closes it.
  const rigid = new Set<number | undefined>()
  for (const id of all.keys()) {
    for (const to of hard(id)) if (to !== id && group.get(to) === group.get(id)) rigid.add(group.get(id))
  }
  return visit(ids, (id) => {
    if (!rigid.has(group.get(id))) return both(id)
    return both(id).filter((to) => group.get(to) !== group.get(id) || hard(id).includes(to))
  })
}
