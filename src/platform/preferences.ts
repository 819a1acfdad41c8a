// Small things that one person likes, kept on this device. Where the browser keeps nothing, the session does.
export interface Preferences {
  readonly read: (key: string) => unknown
  readonly keep: (key: string, value: unknown) => void
}

export function browserPreferences(storage: () => Storage = () => localStorage): Preferences {
  const memory = new Map<string, string>()
  const text = (key: string): string | undefined => {
    try {
      return storage().getItem(key) ?? memory.get(key)
    } catch (error) {
      // Storage is forbidden here: the session's own memory serves.
      if (error instanceof DOMException) return memory.get(key)
      throw error
    }
  }
  return {
    read: (key) => {
      try {
        return JSON.parse(text(key) ?? 'null') as unknown
      } catch (error) {
        // Somebody else wrote something there: as if nothing were.
        if (error instanceof SyntaxError) return null
        throw error
      }
    },
    keep: (key, value) => {
      const written = JSON.stringify(value)
      memory.set(key, written)
      try {
        storage().setItem(key, written)
      } catch (error) {
        if (!(error instanceof DOMException)) throw error
      }
    },
  }
}
