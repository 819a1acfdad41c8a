import { useEffect, useMemo, useState } from 'react'
import { filterOptions } from './comboboxFilter'
import type { ComboboxGroup, ComboboxOption, ComboboxSource } from './Combobox'

const none: readonly ComboboxGroup[] = []

/** Answers that arrive late, for a query that is no longer asked, are dropped. */
export function useOptions(source: ComboboxSource, query: string, isOpen: boolean): readonly ComboboxGroup[] {
  const [late, setLate] = useState<readonly ComboboxGroup[]>(none)
  const answer = useMemo(() => {
    if (!isOpen) return none
    return typeof source === 'function' ? source(query) : filterOptions(source, query)
  }, [source, query, isOpen])

  useEffect(() => {
    if (!(answer instanceof Promise)) return
    let isWanted = true
    const take = (groups: readonly ComboboxGroup[]) => {
      if (isWanted) setLate(groups)
    }
    answer.then(take, () => {
      take(none)
    })
    return () => {
      isWanted = false
    }
  }, [answer])

  // Until the new answer is here the old one stays: a list that empties between two keys flickers.
  return answer instanceof Promise ? late : answer
}

/** The options in the order in which the arrow keys meet them. */
export function optionsIn(groups: readonly ComboboxGroup[]): readonly ComboboxOption[] {
  return groups.flatMap((group) => group.options)
}
