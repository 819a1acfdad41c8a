// Puts the chosen theme and density on <html>; "system" follows the system as it changes.
import { settings } from '../state/settings'

const prefersDark = matchMedia('(prefers-color-scheme: dark)')

function apply(): void {
  const { theme, density } = settings.getState()
  const isDark = theme === 'dark' || (theme === 'system' && prefersDark.matches)
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
  document.documentElement.dataset['density'] = density
}

export function followTheme(): () => void {
  apply()
  prefersDark.addEventListener('change', apply)
  const stop = settings.subscribe(apply)
  return () => {
    prefersDark.removeEventListener('change', apply)
    stop()
  }
}
