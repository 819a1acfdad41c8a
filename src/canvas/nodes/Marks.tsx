// The small signs in a row's gutter and in a header: the same paths that the picture writes.
import { svgPath } from '../../core/layout/route/path'
import { markCommands, markStroke, markWords, type MarkName } from '../../core/picture/marks'

const paths = new Map(Object.entries(markCommands).map(([name, commands]) => [name, svgPath(commands)]))

export function Mark({ mark }: { readonly mark: MarkName }) {
  return (
    <svg
      viewBox="0 0 12 12"
      className="block size-3 fill-none stroke-current"
      strokeWidth={markStroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      role="img"
      aria-label={markWords[mark]}
    >
      <path d={paths.get(mark)} />
    </svg>
  )
}
