// Names as people say them: "order_items" and "OrderItems" are both "order items".

/** In lower case but for what is written in capitals: "customer id", "VAT number". */
export function plainWords(name: string): string {
  const parts = name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_\-.]+/u)
    .filter((part) => part !== '')
  // A name that is written in capitals throughout does not mean them.
  const isLoud = parts.every((part) => part === part.toUpperCase())
  return parts
    .map((part) => (!isLoud && part.length > 1 && part === part.toUpperCase() ? part : part.toLowerCase()))
    .join(' ')
}

/** As a heading: "Order items". */
export function plainTitle(name: string): string {
  const words = plainWords(name)
  const [first = ''] = words
  return first.toUpperCase() + words.slice(first.length)
}
