// One router lives as long as its worker: it remembers the last picture and answers with what changed.
import { equal } from '../core/lib/equal'
import type { Path } from '../core/layout/route/path'
import { Router, type RouteInput } from '../core/layout/route/router'
import type { RouteAnswer } from './apis'
import type { Job } from './serve'

export function routeMethods() {
  const router = new Router()
  let last: ReadonlyMap<string, Path> = new Map()

  function answer(paths: ReadonlyMap<string, Path>): RouteAnswer {
    const changed = new Map([...paths].filter(([id, path]) => !equal(path, last.get(id))))
    const gone = [...last.keys()].filter((id) => !paths.has(id))
    last = paths
    return { changed, gone }
  }

  return {
    routeAll: (input: RouteInput, { onProgress }: Job): RouteAnswer => {
      last = new Map()
      return answer(router.routeAll(input, { onProgress }))
    },
    reroute: (input: RouteInput, { onProgress }: Job): RouteAnswer =>
      answer(router.reroute(input, { onProgress })),
  }
}
