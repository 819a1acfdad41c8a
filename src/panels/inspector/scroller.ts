import { createContext, type RefObject } from 'react'

/** The element of the inspector that scrolls: long lists draw only what is in its view. */
export const ScrollerContext = createContext<RefObject<HTMLElement | null>>({ current: null })
