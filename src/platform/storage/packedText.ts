// Texts packed by the browser itself, off the page's thread; as they are where it cannot.

async function through(bytes: BlobPart, stream: GenericTransformStream): Promise<ArrayBuffer> {
  return new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer()
}

export async function pack(text: string): Promise<Uint8Array | string> {
  if (typeof CompressionStream === 'undefined') return text
  return new Uint8Array(await through(text, new CompressionStream('gzip')))
}

/** Undefined when it is no text of ours, or a damaged one. */
export async function unpack(packed: unknown): Promise<string | undefined> {
  if (typeof packed === 'string') return packed
  if (!(packed instanceof Uint8Array) || typeof DecompressionStream === 'undefined') return undefined
  try {
    // Stored by us, so it is backed by a plain buffer.
    const bytes = packed as Uint8Array<ArrayBuffer>
    return new TextDecoder().decode(await through(bytes, new DecompressionStream('gzip')))
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
