import { useEffect, useState } from 'react'
import { rasterOf } from '../../core/picture/raster'
import type { Preview } from '../../state/exporting'
import type { ExportChoices } from '../../state/exportChoices'
import { scaleOf } from '../../state/pictures'

/** The address of a blob for as long as it is shown. */
function useBlobUrl(blob: Blob): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    // An address is a resource of the page: it is made and given back here.
    // eslint-disable-next-line react-hooks/set-state-in-effect -- there is no address before the effect
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}

export interface PicturePreviewProps {
  readonly preview: Extract<Preview, { kind: 'picture' }>
  readonly choices: ExportChoices
}

function sizeText({ drawn }: PicturePreviewProps['preview']['png'], choices: ExportChoices): string {
  const spelled = (width: number, height: number) =>
    `${Math.round(width).toLocaleString('en')} × ${Math.round(height).toLocaleString('en')}`
  if (choices.what === 'svg') return `${spelled(drawn.width, drawn.height)}, vectors`
  const wished = scaleOf(choices.scale)
  const { width, height, scale } = rasterOf(drawn, wished)
  const size = `${spelled(width, height)} pixels`
  return scale < wished ? `${size}: the most that viewers open. SVG has no such limit.` : size
}

export function PicturePreview({ preview, choices }: PicturePreviewProps) {
  const url = useBlobUrl(preview.png.blob)
  return (
    <>
      <div
        data-theme={choices.theme}
        className="flex min-h-40 flex-1 items-center justify-center bg-sunken p-4"
      >
        {url !== undefined && (
          <img
            src={url}
            alt="The diagram as it will be exported"
            className="max-h-full max-w-full object-contain"
          />
        )}
      </div>
      <p className="shrink-0 border-t border-border px-3 py-1 text-small text-muted">
        {sizeText(preview.png, choices)}
      </p>
    </>
  )
}
