// From characters to lines and columns, whatever the line ends: \n, \r\n or a lone \r.
export class Lines {
  private readonly starts: number[] = [0]

  constructor(text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code !== 10 && code !== 13) continue
      if (code === 13 && text.charCodeAt(i + 1) === 10) i++
      this.starts.push(i + 1)
    }
  }

  /** Both from 1. */
  at(offset: number): { readonly line: number; readonly column: number } {
    let [low, high] = [0, this.starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return { line: low, column: offset - (this.starts[low - 1] ?? 0) + 1 }
  }
}
