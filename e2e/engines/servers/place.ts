// Where engines live on this machine, and as whom servers run.
import { existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'

/** Kept between runs: binaries and freshly initialized data directories. */
export function enginesDir(): string {
  const dir = process.env['RELATA_ENGINES_DIR'] ?? join(tmpdir(), 'relata-engines')
  mkdirSync(dir, { recursive: true, mode: 0o755 })
  const owner = lstatSync(dir).uid
  // The temporary folder is open to all: never run what another user may have put there.
  if (isPosix() && owner !== process.getuid?.()) {
    throw new Error(`${dir} belongs to another user; set RELATA_ENGINES_DIR to a folder of your own`)
  }
  return dir
}

export const ONLY_SOCKETS = 'its server is reached by a Unix socket'

export function isPosix(): boolean {
  return process.platform !== 'win32'
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Database servers refuse to run as root: then the first of these accounts that the machine has, else oneself. */
export function serverAccount(): Account {
  if (!isRoot()) {
    const { username, uid, gid } = userInfo()
    return { name: username, uid, gid }
  }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const wanted of ['nobody', 'postgres', 'mysql', 'daemon']) {
    const found = accounts.find(([name]) => name === wanted)
    if (found !== undefined) return { name: wanted, uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new Error('running as root, and /etc/passwd has no unprivileged account to run a database server as')
}

/** The first program of that name in PATH or where package managers put servers. */
export function findProgram(name: string): string | null {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
    '/usr/local/opt/mariadb/bin',
    '/opt/homebrew/opt/mariadb/bin',
  ]
  return (
    folders
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, name))
      .find((path) => existsSync(path)) ?? null
  )
}
