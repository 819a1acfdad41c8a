import type { Schema } from '../../../model/schema'
import type { ReadNotice } from '../../format'
import type { Context } from '../context'

export function restoreRest(
  said: Schema,
  _ctx: Context,
): { readonly schema: Schema; readonly notices: readonly ReadNotice[] } {
  return { schema: said, notices: [] }
}
