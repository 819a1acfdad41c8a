import { colors, type Color } from '../../../core/model/records'
import { ColorSwatches, type Swatch } from '../../../ui'
import { useReadOnly } from '../current'

const isSwatch = (color: Color): color is Swatch =>
  color !== 'none' && (colors as readonly string[]).includes(color)

export interface ColorChoiceProps {
  readonly label: string
  /** Undefined where several differ. */
  readonly value: Color | undefined
  readonly onChange: (color: Color) => void
}

/** The twelve colours and none; a colour that a file brought is shown beside them. */
export function ColorChoice({ label, value, onChange }: ColorChoiceProps) {
  const isReadOnly = useReadOnly()
  const isOwn = value?.startsWith('#') ?? false
  return (
    <fieldset disabled={isReadOnly} className="min-w-0">
      <legend className="mb-1 text-row font-medium text-muted">{label}</legend>
      <ColorSwatches
        label={label}
        value={value !== undefined && isSwatch(value) ? value : undefined}
        isMixed={value === undefined || isOwn}
        onChange={(swatch) => {
          onChange(swatch ?? 'none')
        }}
        className="-mx-1"
      />
      {isOwn && (
        <p className="mt-1 flex items-center gap-2 text-small text-faint">
          <span className="size-3 rounded-full border border-border" style={{ background: value }} />
          From the file: {value}
        </p>
      )}
    </fieldset>
  )
}
