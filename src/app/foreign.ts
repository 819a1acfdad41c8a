/** Does this page stand inside of one that is not ours? */
export function isInForeignPage(): boolean {
  if (window.top === window.self) return false
  try {
    return window.top?.location.origin !== location.origin
  } catch (error) {
    // The other page's address is kept from us: it is of another origin.
    if (error instanceof DOMException) return true
    throw error
  }
}
