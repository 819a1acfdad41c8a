// Links as somebody else's Relata would have made them.
import { fragmentOf, type LinkWay } from '../../src/core/file/link'
import type { Schema } from '../../src/core/model/schema'
import { shareMethods } from '../../src/workers/shareMethods'

export interface LinkGiven {
  readonly way?: LinkWay
  readonly passphrase?: string
  readonly page?: string
}

export async function linkTo(
  schema: Schema,
  { way = 'view', passphrase, page = '' }: LinkGiven = {},
): Promise<string> {
  const packed = await shareMethods.pack({ schema, ...(passphrase !== undefined && { passphrase }) })
  if (packed.kind !== 'packed') throw new Error(packed.kind)
  return `./${page}${fragmentOf({ way, isLocked: passphrase !== undefined, data: packed.data })}`
}
