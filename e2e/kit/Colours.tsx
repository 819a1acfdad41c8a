import { palette, tableColours } from '../../src/core/layout/palette'
import { Card } from './Card'

/** The twelve as a table header would wear them. */
export function Colours() {
  const theme = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'
  const colours = palette[theme]
  return (
    <Card title="Twelve table colours">
      <div className="grid grid-cols-2 gap-3 rounded-card bg-ground p-4 sm:grid-cols-3">
        {tableColours.map((name) => {
          const { strip, tint, ink } = colours.tables[name]
          return (
            <div key={name} className="overflow-hidden rounded-card border border-border bg-surface text-row">
              <div className="h-0.5" style={{ background: strip }} />
              <div
                className="flex h-7 items-center gap-1 px-2 font-semibold"
                style={{ background: tint, color: ink }}
              >
                {name} <span className="font-normal text-muted">public</span>
              </div>
              <div className="flex h-6 items-center px-2">
                id<span className="ml-auto text-faint">bigint</span>
              </div>
              <div className="flex h-6 items-center px-2">
                name<span className="ml-auto text-faint">text</span>
              </div>
            </div>
          )
        })}
      </div>
    </Card>
  )
}
