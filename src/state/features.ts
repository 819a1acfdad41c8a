// What the database of the document has and lacks. The writers of DDL know, and they live in a worker: asked once for
// each target, so that the inspector and the scripts never disagree.
import { useEffect } from 'react'
import { createStore, useStore } from 'zustand'
import type { Features } from '../core/dialects/write/features'
import { projectOf } from '../core/model/schema'
import type { Target } from '../core/model/target'
import { document, useDocument } from './document'
import { texts } from './texts'

const known = createStore<ReadonlyMap<string, Features>>(() => new Map())
const asked = new Set<string>()

const keyOf = ({ dialect, version }: Target): string => `${dialect}/${version}`

async function ask(target: Target): Promise<void> {
  const key = keyOf(target)
  if (asked.has(key)) return
  asked.add(key)
  const result = await texts.features(target)
  if (result.ok) known.setState(new Map([...known.getState(), [key, result.value]]), true)
  // Asked again when somebody looks the next time.
  else asked.delete(key)
}

/** Undefined until the worker has answered: nothing is hidden on a guess. */
export function useFeatures(): Features | undefined {
  const target = useDocument(({ schema }) => projectOf(schema).target)
  useEffect(() => {
    void ask(target)
  }, [target])
  return useStore(known, (all) => all.get(keyOf(target)))
}

/** For those that ask at one moment, such as menus; it is asked for meanwhile. */
export function featuresNow(): Features | undefined {
  const { target } = projectOf(document.getState().schema)
  void ask(target)
  return known.getState().get(keyOf(target))
}
