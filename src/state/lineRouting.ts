// The ways of all lines, found in a worker. One question at a time: each answer only tells what is new since the last.
import type { RelationId } from '../core/model/id'
import type { Path } from '../core/layout/route/path'
import type { RouteInput } from '../core/layout/route/router'
import { routeClient } from '../workers/client'
import type { RouteAnswer, RouteApi } from '../workers/apis'
import type { WorkerClient } from '../workers/calls'

export type Ways = ReadonlyMap<RelationId, Path>

interface Question {
  readonly input: RouteInput
  /** Another diagram or document: nothing of before holds. */
  readonly isFresh: boolean
  readonly onWays: (ways: Ways) => void
}

let client: WorkerClient<RouteApi> | undefined
let isAsking = false
let next: Question | undefined
let known = new Map<RelationId, Path>()

function take({ changed, gone }: RouteAnswer): void {
  known = new Map(known)
  // The lines that were asked about are relations, so the answer speaks of relations.
  for (const id of gone) known.delete(id as RelationId)
  for (const [id, path] of changed) known.set(id as RelationId, path)
}

async function ask({ input, isFresh, onWays }: Question): Promise<void> {
  client ??= routeClient()
  if (isFresh) known = new Map()
  const answer = await client.call(isFresh ? 'routeAll' : 'reroute', input)
  // A worker that failed starts anew with the next question, and so does what we know.
  if (!answer.ok) known = new Map()
  else {
    take(answer.value)
    onWays(known)
  }
}

/** Asks for the ways of these lines; of questions that wait for the worker only the last one is asked. */
export function routeLines(question: Question): void {
  const isFresh = question.isFresh || (next?.isFresh ?? false)
  next = { ...question, isFresh }
  if (isAsking) return
  isAsking = true
  void (async () => {
    while (next) {
      const now: Question = next
      next = undefined
      await ask(now)
    }
    isAsking = false
  })()
}
