import { expect, it } from 'vitest'
import { placeBeside, placeList } from './place'

const view = { width: 400, height: 300 }
const box = { width: 100, height: 20 }

it('puts a tooltip under its anchor, centred', () => {
  const anchor = { left: 150, top: 100, width: 40, height: 28 }
  expect(placeBeside({ anchor, box, side: 'bottom', view })).toEqual({ left: 120, top: 134 })
})

it('puts it across where the wished side has no room', () => {
  const anchor = { left: 150, top: 270, width: 40, height: 28 }
  expect(placeBeside({ anchor, box, side: 'bottom', view }).top).toBe(244)
  const right = { left: 370, top: 100, width: 28, height: 28 }
  expect(placeBeside({ anchor: right, box, side: 'right', view }).left).toBe(264)
})

it('never leaves the window', () => {
  const anchor = { left: 0, top: 100, width: 20, height: 28 }
  expect(placeBeside({ anchor, box, side: 'bottom', view }).left).toBe(8)
  const wide = { width: 380, height: 290 }
  expect(placeBeside({ anchor, box: wide, side: 'bottom', view })).toEqual({ left: 8, top: 8 })
})

it('hangs a list under its field, and above where there is more room', () => {
  const view = { width: 400, height: 600 }
  expect(placeList({ left: 0, top: 100, width: 80, height: 28 }, view)).toEqual({
    isAbove: false,
    maxHeight: 288,
  })
  expect(placeList({ left: 0, top: 500, width: 80, height: 28 }, view)).toEqual({
    isAbove: true,
    maxHeight: 288,
  })
  expect(placeList({ left: 0, top: 380, width: 80, height: 28 }, view)).toEqual({
    isAbove: false,
    maxHeight: 178,
  })
})
