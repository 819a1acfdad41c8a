// Sources of an import as texts: decoded once, however often they are read again.
import { formatOf } from '../core/formats'
import type { SourceText } from '../core/formats/format'
import type { ImportSource, SourceFate } from './importTypes'
import { decode, type Decoded } from './decode'

/** Names that belong to other things than schemas, in folders that people drop. */
const otherFiles =
  /(?:^|\/)(?:\.[^/]*|[^/]*\.(?:md|png|jpe?g|gif|svg|js|mjs|ts|tsx|py|go|java|lock|yml|yaml|toml|html?|css|sh|log))$/i

export interface Readable extends SourceText {
  readonly id: string
  readonly format: string | undefined
  readonly remark?: string
}

export interface Sorted {
  readonly texts: readonly Readable[]
  readonly left: readonly SourceFate[]
}

const emptyText = 'It is empty.'

export class Sources {
  private readonly decoded = new Map<string, Decoded>()

  private async decodedOf({ id, content }: ImportSource): Promise<Decoded> {
    const known = this.decoded.get(id)
    if (known) return known
    const fresh: Decoded =
      typeof content === 'string'
        ? { kind: 'text', text: content }
        : decode(new Uint8Array(await content.arrayBuffer()))
    this.decoded.set(id, fresh)
    return fresh
  }

  /** The texts among the sources, in their order, each with the format that it looks like. */
  async sorted(sources: readonly ImportSource[]): Promise<Sorted> {
    const texts: Readable[] = []
    const left: SourceFate[] = []
    for (const source of sources) {
      const { id, name } = source
      if (sources.length > 1 && otherFiles.test(name)) {
        left.push({ id, remark: 'Its name is not that of a schema.' })
        continue
      }
      const decoded = await this.decodedOf(source)
      if (decoded.kind === 'refused') {
        const { message, remedy } = decoded
        left.push({ id, remark: message, ...(remedy !== undefined && { remedy }) })
      } else if (decoded.text.trim() === '') left.push({ id, remark: emptyText })
      else {
        const { text, remark } = decoded
        texts.push({
          id,
          name,
          text,
          format: formatOf(name, text)?.id,
          ...(remark !== undefined && { remark }),
        })
      }
    }
    return { texts, left }
  }

  text(id: string): string {
    const known = this.decoded.get(id)
    return known?.kind === 'text' ? known.text : ''
  }
}

/** What most of them are. */
export function commonFormat(texts: readonly Readable[]): string {
  const counts = new Map<string, number>()
  for (const { format } of texts) if (format !== undefined) counts.set(format, (counts.get(format) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? 'sql'
}
