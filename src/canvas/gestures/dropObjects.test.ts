import { describe, expect, it } from 'vitest'
import { objectsFrom } from './dropObjects'

describe('what is dropped on the canvas', () => {
  const all = () => true

  it('is taken when it names tables, views and enums of this document', () => {
    expect(objectsFrom('["t_1","v_2","en_3"]', all)).toEqual(['t_1', 'v_2', 'en_3'])
    expect(objectsFrom('["t_1","t_2"]', (id) => id === 't_2')).toEqual(['t_2'])
  })

  it('is left alone when it is anything else', () => {
    expect(objectsFrom('["n_1", 7, null, "constructor"]', all)).toEqual([])
    expect(objectsFrom('{"0":"t_1"}', all)).toEqual([])
    expect(objectsFrom('select 1', all)).toEqual([])
  })
})
