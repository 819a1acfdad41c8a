import { shortcutsOf, type Action } from '../../state/action'
import { useKeymap } from '../../state/keymap'
import { Kbd } from '../../ui'
import { gestures, type GestureWay } from './gestures'

function KeysOf({ way, actions }: { readonly way: GestureWay; readonly actions: readonly Action[] }) {
  const map = useKeymap()
  const named = (way.actions ?? []).flatMap((id) => {
    const action = actions.find((one) => one.id === id)
    return action ? shortcutsOf(action, map).slice(0, 1) : []
  })
  return [...new Set([...(way.keys ?? []), ...named])].map((shortcut) => (
    <Kbd key={shortcut} shortcut={shortcut} className="mr-2 inline-block" />
  ))
}

/** What a hand does with the pointer, and how the same is done without one. */
export function Gestures({
  actions,
  query,
}: {
  readonly actions: readonly Action[]
  readonly query: string
}) {
  const found = gestures.filter(({ pointer, how }) => `${pointer} ${how}`.toLowerCase().includes(query))
  if (found.length === 0) return null
  return (
    <section className="pb-4">
      <h3 className="pb-1 font-medium text-muted">By pointer and by keys</h3>
      <table className="w-full text-left">
        <thead className="sr-only">
          <tr>
            <th scope="col">With the pointer</th>
            <th scope="col">With keys</th>
            <th scope="col">Keys</th>
          </tr>
        </thead>
        <tbody>
          {found.map((way) => (
            <tr key={way.pointer} className="border-b border-border align-top last:border-b-0">
              <th scope="row" className="w-1/3 py-1 pr-4 font-normal">
                {way.pointer}
              </th>
              <td className="py-1 pr-4 text-muted">{way.how}</td>
              <td className="w-1/4 py-1 text-right">
                <KeysOf way={way} actions={actions} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
