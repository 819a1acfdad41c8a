import { lacks, type Feature, type Lack } from './features'
import type { At, Pen } from './pen'

export function tellLack(feature: Feature, at: At, pen: Pen): void {
  const { level, message, remedy }: Lack = lacks[feature]
  pen.tell(at, {
    level,
    code: feature,
    message: `${pen.rules.label} has no ${message}`,
    ...(remedy === undefined ? {} : { remedy }),
  })
}

/** True, with a notice, when the target lacks the feature. */
export function lacking(feature: Feature, at: At, pen: Pen): boolean {
  if (pen.features[feature]) return false
  tellLack(feature, at, pen)
  return true
}
