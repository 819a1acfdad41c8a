// Earlier states of a document, beside it: what the list needs in one record, the text packed in another.
import { fail, ok } from '../../core/lib/result'
import type { VersionInfo, VersionStore } from '../types'
import type { Access } from './access'
import { pack, unpack } from './packedText'
import { readVersion } from './records'
import type { Shelf, Write } from './shelf'
import { thinned } from './thin'

export interface VersionStoreGiven {
  readonly access: Access
  readonly now: () => number
}

const removal = (id: string, at: number): readonly Write[] => [
  { do: 'delete', store: 'versions', key: [id, at] },
  { do: 'delete', store: 'versionTexts', key: [id, at] },
]

/** A record that is damaged costs itself: it is not listed. */
async function infosIn(box: Shelf, id: string): Promise<readonly VersionInfo[]> {
  const items = await box.series('versions', id)
  return items.map(({ value }) => readVersion(value)).filter((info) => info !== undefined)
}

export function createVersionStore({ access: { on, write }, now }: VersionStoreGiven): VersionStore {
  const change = (id: string, at: number, to: (info: VersionInfo) => VersionInfo) =>
    on(id, async (box) => {
      const info = readVersion(await box.get('versions', [id, at]))
      if (!info) return fail({ kind: 'missing', id })
      await box.write([{ do: 'put', store: 'versions', key: [id, at], value: to(info) }])
      return ok(undefined)
    })

  return {
    list: (id) => on(id, async (box) => ok([...(await infosIn(box, id))].sort((a, b) => b.at - a.at))),
    keep: async (id, { text, at: wanted, ...about }) => {
      const packed = await pack(text)
      return on(id, async (box) => {
        const others = await infosIn(box, id)
        const taken = new Set(others.map((other) => other.at))
        let at = wanted ?? now()
        while (taken.has(at)) at += 1
        const size = typeof packed === 'string' ? packed.length * 2 : packed.byteLength
        const info: VersionInfo = { ...about, at, size }
        await box.write([
          { do: 'put', store: 'versions', key: [id, at], value: info },
          { do: 'put', store: 'versionTexts', key: [id, at], value: packed },
          ...thinned([...others, info], now()).flatMap((gone) => removal(id, gone)),
        ])
        return ok(info)
      })
    },
    text: (id, at) =>
      on(id, async (box) => {
        const text = await unpack(await box.get('versionTexts', [id, at]))
        return text === undefined ? fail({ kind: 'corrupt', id }) : ok(text)
      }),
    rename: (id, at, name) =>
      change(id, at, ({ name: _before, ...rest }) => ({ ...rest, ...(name !== undefined && { name }) })),
    setPicture: (id, at, picture) => change(id, at, (info) => ({ ...info, picture })),
    remove: (id, at) => write(id, removal(id, at)),
  }
}
