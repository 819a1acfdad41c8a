// What the database does with rows whose other end goes or changes, in words.
import { referentialActions, type ReferentialAction } from '../../../core/model/records'

export type ActionChoice = ReferentialAction | 'default'

export const actionWords: Readonly<Record<ReferentialAction, string>> = {
  noAction: 'No action',
  restrict: 'Restrict',
  cascade: 'Cascade',
  setNull: 'Set null',
  setDefault: 'Set default',
}

export const actionOptions: readonly { readonly value: ActionChoice; readonly label: string }[] = [
  { value: 'default', label: 'As the database' },
  ...referentialActions.map((value) => ({ value, label: actionWords[value] })),
]
