// The terminal around the command line.
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { version } from '../../package.json'
import { run } from './run'

// `relata … | head` closes the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be opened',
}

/** The file and why, in words. */
async function naming<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const why = reasons[code] ?? (error instanceof Error ? error.message : String(error))
    throw new Error(`${file}: ${why}`, { cause: error })
  }
}

/** Management Studio and PowerShell save scripts as UTF-16; a byte order mark or every other byte says so. */
function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0 && b !== 0) return new TextDecoder('utf-16be').decode(bytes)
  if (b === 0 && a !== 0) return new TextDecoder('utf-16le').decode(bytes)
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

process.exitCode = await run(process.argv.slice(2), {
  version,
  read: (file) =>
    naming(file, async () => decoded(await (file === '-' ? buffer(process.stdin) : readFile(file)))),
  list: (folder) =>
    naming(folder, async () => {
      if (!(await stat(folder)).isDirectory()) return undefined
      const inside = await readdir(folder, { recursive: true, withFileTypes: true })
      return inside.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    }),
  write: (file, content) => naming(file, () => writeFile(file, content)),
  makeFolder: (folder) =>
    naming(folder, async () => {
      await mkdir(folder, { recursive: true })
    }),
  out: (content) => process.stdout.write(content),
  err: (content) => process.stderr.write(content),
})
