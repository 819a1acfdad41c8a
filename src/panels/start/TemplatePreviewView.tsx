import { useState } from 'react'
import type { Miniature } from '../../core/picture/miniature'
import type { Target } from '../../core/model/target'
import { inOrder, type Schema } from '../../core/model/schema'
import type { TemplateInfo } from '../../core/templates'
import { Banner } from '../../ui'
import { MiniaturePicture } from './MiniaturePicture'
import { usePreview } from './preview'
import { countWords } from './targets'

/** The subject areas with what they are about. */
function Areas({ schema }: { readonly schema: Schema }) {
  return (
    <dl className="flex flex-col gap-2">
      {inOrder(schema.group).map(({ id, name, comment }) => {
        const tables = [...schema.table.values()].filter(({ group }) => group === id).length
        return (
          <div key={id}>
            <dt className="flex items-baseline gap-2">
              <span className="font-medium">{name}</span>
              <span className="text-small text-muted">{countWords(tables, 'table', 'tables')}</span>
            </dt>
            <dd className="text-row text-muted">{comment}</dd>
          </div>
        )
      })}
    </dl>
  )
}

export interface TemplatePreviewViewProps {
  readonly template: TemplateInfo
  readonly target: Target
  readonly picture: Miniature | undefined
}

/** The whole template before one takes it. The small picture stands in until the large one is painted. */
export function TemplatePreviewView({ template, target, picture }: TemplatePreviewViewProps) {
  const [attempt, setAttempt] = useState(0)
  const { schema, url, isUnreachable } = usePreview({ template, target, attempt })
  return (
    <div className="flex flex-col gap-4 md:h-full md:flex-row">
      <div className="relative aspect-8/5 w-full min-w-0 shrink-0 rounded-card border border-border bg-ground md:aspect-auto md:h-full md:shrink md:grow md:basis-0">
        {url === undefined ? (
          <MiniaturePicture picture={picture} />
        ) : (
          <img
            src={url}
            alt={`Diagram of ${template.title}`}
            className="absolute inset-0 size-full object-contain p-2"
          />
        )}
      </div>
      <div className="flex shrink-0 flex-col gap-4 md:w-60 md:overflow-y-auto">
        {isUnreachable && (
          <Banner
            tone="warning"
            title="The template could not be fetched"
            action={{
              label: 'Try again',
              onAction: () => {
                setAttempt(attempt + 1)
              },
            }}
          >
            Look at your network and try again.
          </Banner>
        )}
        {schema && <Areas schema={schema} />}
      </div>
    </div>
  )
}
