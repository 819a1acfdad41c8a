import { useLayoutEffect, useRef, type RefObject } from 'react'

/** What was given last, for those who call back later: an editor outlives the render that made it. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
