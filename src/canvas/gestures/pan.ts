import type { Lens } from '../camera/lens'
import { live } from '../live'
import type { Gesture, PointerAt } from './gesture'

export function beginPan(lens: Lens, start: PointerAt): Gesture {
  let last = start.screen
  live.setState({ isPanning: true })
  const stop = () => live.setState({ isPanning: false })
  return {
    cursor: 'grabbing',
    move(at) {
      lens.panBy({ x: at.screen.x - last.x, y: at.screen.y - last.y })
      last = at.screen
    },
    end: stop,
    cancel: stop,
  }
}
