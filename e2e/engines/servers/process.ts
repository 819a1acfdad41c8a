// Starting and ending a server process of our own.
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { isRoot, serverAccount } from './place'

export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface RunningServer {
  readonly stop: () => Promise<void>
}

const START_LIMIT_MS = 60_000
const LOG = 'server.log'
/** Written by us, in a folder that the server's account owns: see sweep. */
const PID = 'server.pid'

/** Runs to its end as the server's account; its output is the error when it fails. */
export async function runAsServer(command: Command, cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)(command.program, [...command.args], {
    cwd,
    env: { ...process.env, ...command.env },
    maxBuffer: 1 << 26,
    ...credentials(),
  })
  return stdout
}

function credentials(): { uid?: number; gid?: number } {
  if (!isRoot()) return {}
  const { uid, gid } = serverAccount()
  return { uid, gid }
}

/** A new private folder that the server's account owns. Short, for a socket's path may have 104 characters. */
export function newServerFolder(id: string): string {
  const folder = mkdtempSync(join(tmpdir(), `relata-${id}-${process.pid}-`))
  own(folder)
  return folder
}

function own(folder: string): void {
  if (!isRoot()) return
  const { uid, gid } = serverAccount()
  chownSync(folder, uid, gid)
}

/**
 * A data directory made once by `make` and kept; each server then starts from a copy.
 * Made aside and renamed, so that two runs at once cannot see half of one.
 */
export async function copyOfTemplate(
  template: string,
  target: string,
  make: (into: string) => Promise<void>,
): Promise<void> {
  if (!existsSync(template)) {
    mkdirSync(dirname(template), { recursive: true })
    const aside = mkdtempSync(`${template}-`)
    own(aside)
    await make(join(aside, 'data'))
    try {
      renameSync(join(aside, 'data'), template)
    } catch (error) {
      // Another run was quicker; its template is as good.
      if (!existsSync(template)) throw error
    }
    rmSync(aside, { recursive: true, force: true })
  }
  await runAsServer({ program: 'cp', args: ['-R', template, target] }, dirname(target))
}

/** Copies files to where the server's account can read them. */
export function publish(from: string, to: string): void {
  if (existsSync(to)) return
  mkdirSync(dirname(to), { recursive: true })
  const aside = mkdtempSync(`${to}-`)
  cpSync(from, join(aside, 'files'), { recursive: true, verbatimSymlinks: true })
  renameSync(join(aside, 'files'), to)
  rmSync(aside, { recursive: true, force: true })
}

export interface ServerStart {
  readonly command: Command
  readonly folder: string
  readonly isReady: () => Promise<boolean>
  readonly stopSignal: NodeJS.Signals
}

export async function startServer(start: ServerStart): Promise<RunningServer> {
  const { command, folder } = start
  const log = openSync(join(folder, LOG), 'a')
  const child = spawn(command.program, [...command.args], {
    cwd: folder,
    env: { ...process.env, ...command.env },
    stdio: ['ignore', log, log],
    ...credentials(),
  })
  closeSync(log)
  if (child.pid !== undefined) writeFileSync(join(folder, PID), String(child.pid))
  // A run that is cut short must not leave servers behind.
  const killAtExit = (): void => void child.kill('SIGKILL')
  process.once('exit', killAtExit)
  try {
    await waitUntilReady(child, start)
  } catch (error) {
    child.kill('SIGKILL')
    process.off('exit', killAtExit)
    throw error
  }
  child.unref()
  return {
    stop: async () => {
      await end(child, start.stopSignal)
      process.off('exit', killAtExit)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function waitUntilReady(child: ChildProcess, start: ServerStart): Promise<void> {
  const failures: Error[] = []
  child.once('error', (error) => failures.push(error))
  for (let waited = 0; waited < START_LIMIT_MS; waited += 50) {
    if (failures.length > 0 || child.exitCode !== null) break
    if (await start.isReady()) return
    await sleep(50)
  }
  const log = readFileSync(join(start.folder, LOG), 'utf8').slice(-2000)
  throw new Error(`${start.command.program} did not start. ${failures.join()}\n${log}`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill(signal)
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(late)
}

/** Ends servers whose run was killed before it could end them, and removes their folders. */
export function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^relata-(?:postgres14|mariadb|mysql9|host)-(\d+)-/.exec(name)?.[1]
    if (owner === undefined || isAlive(Number(owner))) continue
    const folder = join(tmpdir(), name)
    if (!isOurs(folder)) continue
    const pidFile = join(folder, PID)
    const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0
    // The number may by now belong to another program: a server of ours names its folder on its command line.
    if (pid > 0 && commandOf(pid).includes(folder)) process.kill(pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

function commandOf(pid: number): string {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  const path = `/proc/${pid}/cmdline`
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\0', ' ') : ''
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, and is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function isOurs(folder: string): boolean {
  const owner = lstatSync(folder).uid
  return owner === serverAccount().uid || owner === process.getuid?.()
}
