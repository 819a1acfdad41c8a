import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'

interface Destroyable {
  readonly destroy: () => void
}

export interface LoadedEditor<E> {
  readonly host: RefObject<HTMLDivElement | null>
  readonly editor: E | undefined
  /** Its code did not come; asks for it again. */
  readonly retry: (() => void) | undefined
}

/**
 * An editor in an element. Its code is fetched when the first one is shown; another `key` makes it anew.
 */
export function useEditor<E extends Destroyable>(
  load: () => Promise<(host: HTMLElement) => E>,
  key: string,
): LoadedEditor<E> {
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<E>()
  const [isMissing, setMissing] = useState(false)
  const loadNow = useEffectEvent(load)
  useEffect(() => {
    let made: E | undefined
    let isGone = false
    if (isMissing) return undefined
    loadNow().then(
      (make) => {
        if (isGone || !host.current) return
        made = make(host.current)
        setEditor(made)
      },
      () => {
        if (!isGone) setMissing(true)
      },
    )
    return () => {
      isGone = true
      made?.destroy()
      setEditor(undefined)
    }
  }, [key, isMissing])
  return { host, editor, retry: isMissing ? () => setMissing(false) : undefined }
}
