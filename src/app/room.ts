// Tells the docks how wide the window is, as it changes.
import { setRoom } from '../state/docks'

const isPhone = matchMedia('(max-width: 767.98px)')
/** Below this an outline and an inspector side by side would leave the canvas a slit. */
const isTablet = matchMedia('(max-width: 1023.98px)')

export function followRoom(): () => void {
  const look = () => {
    setRoom(isPhone.matches ? 'phone' : isTablet.matches ? 'tablet' : 'desk')
  }
  look()
  isPhone.addEventListener('change', look)
  isTablet.addEventListener('change', look)
  return () => {
    isPhone.removeEventListener('change', look)
    isTablet.removeEventListener('change', look)
  }
}
