// The workers of the page. Each starts with its first call; the address must be written out where it is made, so that
// the build finds the file.
import type { LayoutApi, PictureApi, RouteApi, TextApi } from './apis'
import type { DbmlApi } from './dbmlTypes'
import type { ReadApi } from './importTypes'
import type { ShareApi } from './shareTypes'
import { createClient, type RunningWorker, type WorkerClient } from './calls'

export type { PictureInput } from './apis'
export type * from './importTypes'
export type * from './shareTypes'
export type * from './dbmlTypes'
export { changedText, type TextMessage } from './heldText'
export { RowsIn, slicesOf } from './packedRows'
export { unpackDdl } from './packedDdl'
export type { Png } from './png'
export type { CallError, CallOptions } from './calls'
export type { Answered, ModelMessage } from './heldModel'

function running(worker: Worker, onCrash: (message: string) => void): RunningWorker {
  worker.addEventListener('error', (event) => onCrash(event.message || 'The worker could not be started'))
  return {
    channel: {
      send: (message) => worker.postMessage(message),
      onMessage: (listener) => worker.addEventListener('message', (event) => listener(event.data)),
    },
    terminate: () => worker.terminate(),
  }
}

export const layoutClient = (): WorkerClient<LayoutApi> =>
  createClient({
    spawn: (onCrash) =>
      running(new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }), onCrash),
  })

export const routeClient = (): WorkerClient<RouteApi> =>
  createClient({
    spawn: (onCrash) =>
      running(new Worker(new URL('./route.worker.ts', import.meta.url), { type: 'module' }), onCrash),
  })

/** @public Pictures without the screen, for export. */
export const pictureClient = (): WorkerClient<PictureApi> =>
  createClient({
    spawn: (onCrash) =>
      running(new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' }), onCrash),
  })

export const textClient = (): WorkerClient<TextApi> =>
  createClient({
    spawn: (onCrash) =>
      running(new Worker(new URL('./text.worker.ts', import.meta.url), { type: 'module' }), onCrash),
  })

/** The open document's DBML: the worker keeps text and model. */
export const dbmlClient = (): WorkerClient<DbmlApi> =>
  createClient({
    spawn: (onCrash) =>
      running(new Worker(new URL('./dbml.worker.ts', import.meta.url), { type: 'module' }), onCrash),
  })

/** One import at a time: close it when the import is over. */
export const readClient = (): WorkerClient<ReadApi> =>
  createClient({
    spawn: (onCrash) =>
      running(new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' }), onCrash),
    // A reader in the middle of a text does not listen.
    patience: 100,
  })

/** A link that somebody made by hand is given up rather than waited for: close it then. */
export const shareClient = (): WorkerClient<ShareApi> =>
  createClient({
    spawn: (onCrash) =>
      running(new Worker(new URL('./share.worker.ts', import.meta.url), { type: 'module' }), onCrash),
    patience: 100,
  })
