// Relata as a program of its own: the browser offers it by an event, and only some browsers do.
interface InstallEvent extends Event {
  prompt(): Promise<unknown>
}

const canPrompt = (event: Event): event is InstallEvent =>
  'prompt' in event && typeof event.prompt === 'function'

/** Is it running as one already? */
export const isInstalled = (): boolean => window.matchMedia('(display-mode: standalone)').matches

/** Hears whether it can be installed now: what does it, or undefined once it is done. */
export function followInstall(onOffer: (install: (() => Promise<void>) | undefined) => void): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    if (!canPrompt(event)) return
    // Asked for when the person wants it, not when the browser does.
    event.preventDefault()
    onOffer(async () => {
      await event.prompt()
      onOffer(undefined)
    })
  })
  window.addEventListener('appinstalled', () => {
    onOffer(undefined)
  })
}
