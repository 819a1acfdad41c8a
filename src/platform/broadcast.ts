// Messages between the tabs of one origin. Where the browser has no channel every tab is alone.
import type { Broadcast } from './types'

export const browserBroadcast = (): Broadcast => ({
  join: (name, onMessage) => {
    if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, close: () => undefined }
    const channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data)
    return { post: (message) => channel.postMessage(message), close: () => channel.close() }
  },
})
