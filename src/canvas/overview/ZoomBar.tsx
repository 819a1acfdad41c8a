import { Maximize, Minus, Plus } from 'lucide-react'
import { lookAt } from '../../state/camera'
import { useKeysOf } from '../../state/keymap'
import { IconButton, Toolbar, tip } from '../../ui'
import { useLive } from '../live'

export function ZoomBar() {
  const keys = {
    out: useKeysOf('view.zoomOut'),
    in: useKeysOf('view.zoomIn'),
    actual: useKeysOf('view.actualSize'),
    fit: useKeysOf('view.fitAll'),
  }
  const percent = useLive(({ viewport }) => Math.round(viewport.zoom * 100))
  return (
    <div data-floating className="absolute right-3 bottom-3">
      <Toolbar label="Zoom" isFloating className="shadow-pop">
        <IconButton
          size="small"
          label="Zoom out"
          shortcut={keys.out}
          tipSide="top"
          icon={<Minus aria-hidden />}
          onClick={() => lookAt({ kind: 'zoomBy', factor: 1 / 1.25 })}
        />
        <button
          type="button"
          {...tip('Zoom to 100 %', { shortcut: keys.actual, side: 'top' })}
          aria-label={`Zoom ${percent} %, set to 100 %`}
          className="h-6 w-12 pointer-coarse:h-11 rounded-control text-center text-row text-muted tabular-nums hover:bg-hover hover:text-text"
          onClick={() => lookAt({ kind: 'zoomTo', zoom: 1 })}
        >
          {percent} %
        </button>
        <IconButton
          size="small"
          label="Zoom in"
          shortcut={keys.in}
          tipSide="top"
          icon={<Plus aria-hidden />}
          onClick={() => lookAt({ kind: 'zoomBy', factor: 1.25 })}
        />
        <IconButton
          size="small"
          label="Fit everything"
          shortcut={keys.fit}
          tipSide="top"
          icon={<Maximize aria-hidden />}
          onClick={() => lookAt({ kind: 'fitAll' })}
        />
      </Toolbar>
    </div>
  )
}
