// The full routes of lines come from a worker: around every table, apart from each other. One question at a time; while
// it is answered only the newest drawing waits. Answers are differences, so each is taken, but only the last is shown.
import type { Router } from '../canvas'
import type { Path } from '../core/layout/route/path'
import type { RelationId } from '../core/model/id'
import { routeClient } from '../workers/client'

type Ask = Parameters<Router>
type Drawing = Ask[0]

class Routing {
  private client: ReturnType<typeof routeClient> | undefined
  private known: ReadonlyMap<string, Path> = new Map()
  private diagram: string | undefined
  private isBusy = false
  private next: Ask | undefined

  readonly ask: Router = (...asked) => {
    this.next = asked
    if (!this.isBusy) void this.work()
  }

  private async work(): Promise<void> {
    this.isBusy = true
    for (let asked = this.take(); asked; asked = this.take()) await this.answer(asked)
    this.isBusy = false
  }

  private take(): Ask | undefined {
    const asked = this.next
    this.next = undefined
    return asked
  }

  private async answer([drawing, put]: Ask): Promise<void> {
    this.client ??= routeClient()
    const isFresh = this.diagram !== drawing.diagram
    this.diagram = drawing.diagram
    const result = await this.client.call(isFresh ? 'routeAll' : 'reroute', inputOf(drawing))
    if (!result.ok) {
      // Nobody knows what the worker still remembers: begin anew with the next question.
      this.diagram = undefined
      return
    }
    const paths = new Map(isFresh ? [] : this.known)
    for (const [id, path] of result.value.changed) paths.set(id, path)
    for (const id of result.value.gone) paths.delete(id)
    this.known = paths
    // Lines were asked for by relation, so their ids come back as such.
    if (!this.next) put(paths as ReadonlyMap<RelationId, Path>)
  }
}

function inputOf(drawing: Drawing) {
  return {
    boxes: new Map([...drawing.placed].map(([id, { box }]) => [id, box])),
    lines: [...drawing.lines.values()],
    obstacles: [...drawing.items.values()].flatMap(({ kind, box }) => (kind === 'note' ? [box] : [])),
  }
}

export const router: Router = new Routing().ask
