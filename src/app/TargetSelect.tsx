import { dialects } from '../core/dialects'
import { dialectIds, type DialectId } from '../core/model/target'
import { projectOf } from '../core/model/schema'
import { useDocument } from '../state/document'
import { requestTarget } from '../state/retargeting'
import { Select } from '../ui'

const optionId = (dialect: DialectId, version: string) => `${dialect}/${version}`

/** The newest version first: it is what most people mean. */
const groups = dialectIds.map((id) => ({
  label: dialects[id].label,
  options: [...dialects[id].versions].reverse().map((version) => ({
    value: optionId(id, version),
    label: version === '' ? dialects[id].label : `${dialects[id].label} ${version}`,
  })),
}))

export function TargetSelect() {
  const target = useDocument((state) => projectOf(state.schema).target)
  const isReadOnly = useDocument((state) => state.isReadOnly)
  return (
    <Select
      label="Target database"
      isLabelHidden
      isQuiet
      disabled={isReadOnly}
      value={optionId(target.dialect, target.version)}
      options={groups}
      onChange={(value) => {
        const [dialect, version = ''] = value.split('/')
        // The option ids are made of dialect ids, above.
        void requestTarget({ dialect: dialect as DialectId, version })
      }}
      className="max-sm:hidden"
    />
  )
}
