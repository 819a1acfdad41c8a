import { Buttons, Bars } from './Buttons'
import { Fields } from './Fields'
import { Feedback } from './Feedback'
import { Panels } from './Panels'
import { Lists } from './Lists'
import { Popups } from './Popups'
import { Colours } from './Colours'

/** Every component in its usual states. */
export function Kit() {
  return (
    <main className="mx-auto grid max-w-350 gap-4 p-4 lg:grid-cols-2">
      <h1 className="sr-only">Kit</h1>
      <Buttons />
      <Bars />
      <Fields />
      <Popups />
      <Feedback />
      <Panels />
      <Lists />
      <Colours />
    </main>
  )
}
