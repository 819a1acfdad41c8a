// Every notation by the name that the model has for it.
import type { Notation as NotationId } from '../../model/records'
import { barker } from './barker'
import { chen } from './chen'
import { crowsFoot } from './crowsFoot'
import { idef1x } from './idef1x'
import { minMax } from './minMax'
import type { Notation } from './notation'
import { uml } from './uml'

export const notations: Readonly<Record<NotationId, Notation>> = {
  crowsFoot,
  idef1x,
  uml,
  barker,
  minMax,
  chen,
}
