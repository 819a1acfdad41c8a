// What only one database knows (fillfactor, ENGINE, DISTKEY…): each says what it writes where, and the rest is told of.
import type { DialectOption } from '../../model/records'
import type { At, Pen } from './pen'
import { report } from './report'

export type OptionPlace = 'table' | 'column' | 'key' | 'index' | 'foreignKey' | 'view' | 'sequence'

/** What every table of MySQL says and no other database misses. */
const habits =
  /^(?:storage )?engine=innodb$|^(?:default )?(?:charset|character set)=utf8mb4$|^auto_increment=/i

export function tellOptions(
  place: OptionPlace,
  options: readonly DialectOption[],
  ground: { readonly at: At; readonly pen: Pen },
): void {
  const { at, pen } = ground
  for (const option of options) {
    const { name, value } = option
    if (pen.rules.takesOption(place, option, pen) || habits.test(`${name}=${value}`)) continue
    const what = value === '' ? name : `${name} = ${value}`
    const isOwn = pen.rules.family.includes(option.dialect)
    const message = `The option ${what} is left out${isOwn ? '' : `: it is written for ${option.dialect}`}.`
    pen.tell(at, report('info', 'dialectOption', message, ...(isOwn ? ['Write it by hand.'] : [])))
  }
}
