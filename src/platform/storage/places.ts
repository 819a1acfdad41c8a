// Where a document lies on the disk. The browser remembers the place, and asks the person before it is used again.
import * as v from 'valibot'
import { ok } from '../../core/lib/result'
import type { Place, Places } from '../types'
import type { Access } from './access'

const place = v.object({
  kind: v.picklist(['file', 'folder']),
  name: v.string(),
  handle: v.custom<Place['handle']>((value) => typeof value === 'object' && value !== null),
  base: v.string(),
  paths: v.array(v.string()),
})

export const createPlaces = ({ on, write }: Access): Places => ({
  of: async (id) => {
    const found = await on(id, async (box) => ok(v.safeParse(place, await box.get('places', id))))
    return found.ok && found.value.success ? found.value.output : undefined
  },
  keep: async (id, value) => {
    // A handle that cannot be stored (memory only, a browser that forgets) serves for as long as the tab lives.
    await write(id, [{ do: 'put', store: 'places', key: id, value }])
  },
  forget: async (id) => {
    await write(id, [{ do: 'delete', store: 'places', key: id }])
  },
})
