// A picture that was exported from here holds the model that it shows.
import { modelInPng, modelInSvg } from '../../core/picture/carried'

/** Larger ones are not ours: a picture of thousands of tables has a tenth of that. */
const most = 200_000_000

/** The text of the document within a picture; nothing for any other file. */
export async function modelInPicture(file: Blob & { readonly name: string }): Promise<string | undefined> {
  const name = file.name.toLowerCase()
  if (file.size > most) return undefined
  if (name.endsWith('.svg')) return modelInSvg(await file.text())
  if (name.endsWith('.png')) return modelInPng(new Uint8Array(await file.arrayBuffer()))
  return undefined
}
