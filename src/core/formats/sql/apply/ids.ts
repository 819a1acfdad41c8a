// Drafts become records: each draft has its id from the first time that somebody asks for it.
import { makeId, type IdKind, type IdOf, type NewId } from '../../../model/id'
import { orderBetween, type Order } from '../../../model/order'

export class Ids {
  private readonly known = new Map<object, string>()
  private readonly newId: NewId

  constructor(newId: NewId) {
    this.newId = newId
  }

  of<K extends IdKind>(kind: K, draft: object): IdOf<K> {
    const known = this.known.get(draft)
    // A draft is asked for under one kind only.
    if (known !== undefined) return known as IdOf<K>
    const id = makeId(kind, this.newId)
    this.known.set(draft, id)
    return id
  }

  get(draft: object): string | undefined {
    return this.known.get(draft)
  }
}

const first: Order[] = []

/** Order keys, one after the other: always the same ones, so they are made once. */
export function counting(): () => Order {
  let at = 0
  return () => {
    const known = first[at]
    const key = known ?? orderBetween(first.at(-1), undefined)
    if (known === undefined) first.push(key)
    at++
    return key
  }
}
