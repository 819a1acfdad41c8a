// Models into links and out of them.
import { excerptOf } from '../core/commands/excerpt'
import { decodeBytes, encodeBytes, pack, unpack } from '../core/file/link'
import type { PackedLink, PackWish, Unpacked, UnpackWish } from './shareTypes'
import { seal, unseal } from './seal'

export const shareMethods = {
  pack: async ({ schema, diagram, passphrase }: PackWish): Promise<PackedLink> => {
    const part = diagram === undefined ? { schema, leftOut: new Map() } : excerptOf(schema, diagram)
    const bytes = pack(part.schema)
    const sealed =
      passphrase === undefined ? { ok: true as const, value: bytes } : await seal(bytes, passphrase)
    if (!sealed.ok) return { kind: 'noCrypto' }
    return { kind: 'packed', data: encodeBytes(sealed.value), leftOut: part.leftOut }
  },
  unpack: async ({ data, isLocked, passphrase = '' }: UnpackWish): Promise<Unpacked> => {
    const bytes = decodeBytes(data)
    if (!bytes) return { kind: 'damaged' }
    const open = isLocked ? await unseal(bytes, passphrase) : { ok: true as const, value: bytes }
    if (!open.ok) return open.error
    const content = unpack(open.value)
    if (!content.ok) return content.error
    const { schema, notices } = content.value
    return { kind: 'unpacked', schema, lost: notices.length }
  },
}
