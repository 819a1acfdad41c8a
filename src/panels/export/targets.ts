import { dialects } from '../../core/dialects'
import { dialectIds } from '../../core/model/target'
import { targetText } from '../../state/exporting'

/** Every target to choose from. The newest version first: it is what most people mean. */
export const targetGroups = dialectIds.map((dialect) => ({
  label: dialects[dialect].label,
  options: [...dialects[dialect].versions].reverse().map((version) => ({
    value: targetText({ dialect, version }),
    label: `${dialects[dialect].label} ${version}`.trim(),
  })),
}))
