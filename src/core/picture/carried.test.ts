import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shopSample } from '../layout/samples.testing'
import { crc32, modelInPng, modelInSvg, packed, pngChunk, unpacked, withModel } from './carried'
import { sceneOf } from './draw.testing'
import { furnished } from './furniture'
import { writeSvg } from './svg'
import { readXml } from './xml.testing'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** As small as a PNG can be: header and end. */
function smallPng(): Uint8Array {
  const parts = [
    bytes('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0])),
    pngChunk('IEND', new Uint8Array()),
  ]
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

describe('a picture that carries its model', () => {
  it('gives any text back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unpacked(packed(text))).toBe(text)
        expect(packed(text)).toBe(Buffer.from(text).toString('base64'))
        expect(modelInPng(withModel(smallPng(), text))).toBe(text)
      }),
    )
  })

  it('is XML still, whatever the model says', () => {
    const model = '{"name": "</metadata><script>alert(1)</script> 顧客 🛒 ]]>"}'
    const svg = writeSvg(sceneOf(shopSample()), { theme: 'light', model })
    expect(readXml(svg).name).toBe('svg')
    expect(svg).not.toContain('<script')
    expect(modelInSvg(svg)).toBe(model)
    expect(modelInSvg(writeSvg(sceneOf(shopSample()), { theme: 'light' }))).toBeUndefined()
  })

  it('has chunks with the checksum that every reader asks for', () => {
    expect(crc32(bytes('IEND'))).toBe(0xae426082)
    expect(modelInPng(smallPng())).toBeUndefined()
    expect(modelInPng(bytes('no picture at all'))).toBeUndefined()
  })
})

describe('legend and title block', () => {
  const scene = sceneOf(shopSample(), { margin: 32 })
  const title = { name: 'Corner shop', version: 'Version 3', date: '21 November 2026' }

  it('stand below everything, within the picture and apart from each other', () => {
    for (const legend of ['crowsFoot', 'idef1x', 'uml', 'barker', 'minMax', 'chen'] as const) {
      const { groups, bounds } = furnished(scene, { legend, title, margin: 32 })
      const [key, block] = groups.slice(-2)
      if (!key || !block) throw new Error('both are drawn')
      expect(key.box.x + key.box.width).toBeLessThan(block.box.x)
      for (const { box } of [key, block]) {
        expect(box.y).toBeGreaterThan(scene.bounds.y + scene.bounds.height - 32)
        expect(box.y + box.height).toBeLessThanOrEqual(bounds.y + bounds.height - 32)
        expect(box.x + box.width).toBeLessThanOrEqual(bounds.x + bounds.width - 32)
      }
    }
  })

  it('say what was typed, and nothing where nothing was asked for', () => {
    const words = furnished(scene, { title, margin: 32 }).groups.at(-1)?.near
    expect(words?.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))).toEqual(
      Object.values(title),
    )
    expect(furnished(scene, { margin: 32 })).toBe(scene)
  })
})
