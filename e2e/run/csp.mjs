// One policy for our own server and, as a meta element, for any static host. No inline script, no inline style
// (React's style prop writes through the CSSOM and is not concerned), nothing from another origin.
const directives = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
]

// A browser ignores frame-ancestors in a meta element and warns about it.
export const cspForMeta = directives.join('; ')
export const cspForHeader = [...directives, "frame-ancestors 'self'"].join('; ')
/** The page that is made to stand inside of others. */
export const cspForEmbed = [...directives, 'frame-ancestors *'].join('; ')
