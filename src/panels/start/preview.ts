// A template as it would be, large: built for its target and painted in the picture worker.
import { useEffect, useState } from 'react'
import type { Target } from '../../core/model/target'
import type { Schema } from '../../core/model/schema'
import type { TemplateInfo } from '../../core/templates'
import { defaultExportChoices, type ExportChoices } from '../../state/exportChoices'
import { previewPicture } from '../../state/pictures'
import { documentFrom } from '../../state/templates'

export interface TemplatePreview {
  readonly schema?: Schema
  /** The address of the picture. */
  readonly url?: string
  readonly isUnreachable?: true
}

const shownTheme = () => (window.document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light')

export interface PreviewWish {
  readonly template: TemplateInfo
  readonly target: Target
  /** Grows to try again. */
  readonly attempt: number
}

interface Shown {
  readonly key: string
  readonly preview: TemplatePreview
}

const keyOf = ({ template, target, attempt }: PreviewWish): string =>
  [template.id, target.dialect, target.version, attempt].join('/')

async function make(wish: PreviewWish, signal: AbortSignal, show: (preview: TemplatePreview) => void) {
  const made = await documentFrom(wish.template, wish.target)
  if (!made.ok) {
    show({ isUnreachable: true })
    return
  }
  show({ schema: made.value })
  const look: ExportChoices = { ...defaultExportChoices, theme: shownTheme(), isTransparent: true }
  const png = await previewPicture(made.value, look, { signal })
  // Without it the small picture stays.
  if (png.ok) show({ schema: made.value, url: URL.createObjectURL(png.value.blob) })
}

export function usePreview(wish: PreviewWish): TemplatePreview {
  const key = keyOf(wish)
  const [shown, setShown] = useState<Shown>()
  const { template, target, attempt } = wish
  useEffect(() => {
    const leaving = new AbortController()
    const urls: string[] = []
    const show = (preview: TemplatePreview) => {
      if (preview.url !== undefined) urls.push(preview.url)
      if (!leaving.signal.aborted) setShown({ key, preview })
    }
    void make({ template, target, attempt }, leaving.signal, show)
    return () => {
      leaving.abort()
      for (const url of urls) URL.revokeObjectURL(url)
    }
    // The key says all that the effect reads.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a target is a new object at every render
  }, [key])
  return shown?.key === key ? shown.preview : {}
}
