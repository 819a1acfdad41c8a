// Stands around the whole app: tooltips, messages, and the promise that no style element is ever injected.
import { CSPProvider } from '@base-ui/react/csp-provider'
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { fetchPopups } from './popups/load'
import { ToastRegion } from './ToastRegion'
import { createToastStore, type ToastStore } from './toasts'
import { TooltipHost } from './Tooltip'

const ToastContext = createContext<ToastStore | undefined>(undefined)

export interface UiProviderProps {
  /** Pass the app's own store if actions outside React speak through it. */
  readonly toasts?: ToastStore
  readonly children: ReactNode
}

/** Menus and dialogs come in a chunk of their own, fetched when the first screen stands. */
function usePreloadedPopups() {
  useEffect(() => {
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(fetchPopups, 1000)
      return () => {
        clearTimeout(timer)
      }
    }
    const idle = requestIdleCallback(fetchPopups, { timeout: 2000 })
    return () => {
      cancelIdleCallback(idle)
    }
  }, [])
}

export function UiProvider({ toasts, children }: UiProviderProps) {
  const [own] = useState(createToastStore)
  const store = toasts ?? own
  usePreloadedPopups()
  return (
    <CSPProvider disableStyleElements>
      <ToastContext value={store}>
        {children}
        <ToastRegion store={store} />
        <TooltipHost />
      </ToastContext>
    </CSPProvider>
  )
}

export function useToasts(): ToastStore {
  const store = useContext(ToastContext)
  if (!store) throw new Error('useToasts needs a UiProvider around it')
  return store
}
