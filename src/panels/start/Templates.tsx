import { useEffect, useState } from 'react'
import type { Miniature } from '../../core/picture/miniature'
import { templates, type TemplateInfo } from '../../core/templates'
import { cardFace, cardGrid, cardPicture } from './cardLook'
import { useCardGrid } from './gridKeys'
import { MiniaturePicture } from './MiniaturePicture'
import { countWords } from './targets'

type Pictures = Readonly<Record<string, Miniature>>

/** Their pictures come in a piece of their own, a moment after the page. */
export function useTemplatePictures(): Pictures {
  const [pictures, setPictures] = useState<Pictures>({})
  useEffect(() => {
    let isWanted = true
    const show = ({ templatePictures }: { readonly templatePictures: Pictures }) => {
      if (isWanted) setPictures(templatePictures)
    }
    // Without them the cards say in words what they are.
    import('./templatePictures').then(show, () => undefined)
    return () => {
      isWanted = false
    }
  }, [])
  return pictures
}

export interface TemplatesProps {
  readonly pictures: Pictures
  readonly onChoose: (template: TemplateInfo) => void
}

/** The gallery: what each looks like, what it is for, how large it is. */
export function Templates({ pictures, onChoose }: TemplatesProps) {
  const { ref, onKeyDown, onFocus } = useCardGrid()
  return (
    // Arrow keys move between the cards, which are buttons themselves.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul ref={ref} onKeyDown={onKeyDown} onFocus={onFocus} className={cardGrid}>
      {templates.map((template) => (
        <li key={template.id} className="min-w-0">
          <button
            type="button"
            data-card
            className={cardFace}
            onClick={() => {
              onChoose(template)
            }}
          >
            <span className={cardPicture}>
              <MiniaturePicture picture={pictures[template.id]} />
            </span>
            <span className="flex w-full flex-col px-3 py-2">
              <span className="flex w-full items-baseline gap-2">
                <span className="min-w-0 truncate font-medium">{template.title}</span>
                <span className="grow" />
                <span className="shrink-0 text-small text-muted">
                  {countWords(template.tables, 'table', 'tables')}
                </span>
              </span>
              <span className="text-small text-pretty text-muted">{template.summary}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
