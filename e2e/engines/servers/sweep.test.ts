import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isPosix } from './place'
import { sweep } from './process'

/** The number of a process that has ended. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid

const folderOf = (owner: number): string => {
  const folder = join(tmpdir(), `relata-mariadb-${owner}-sweep-test`)
  mkdirSync(folder, { recursive: true })
  return folder
}

describe.runIf(isPosix())('what a killed run left', () => {
  it('is ended and removed by the next run', async () => {
    const folder = folderOf(deadPid())
    const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', folder], { stdio: 'ignore' })
    const ended = new Promise((resolve) => server.once('exit', (_code, signal) => resolve(signal)))
    writeFileSync(join(folder, 'server.pid'), String(server.pid))
    sweep()
    expect(await ended).toBe('SIGKILL')
    expect(existsSync(folder)).toBe(false)
  })

  it('does not cost another program its life that has the number now', () => {
    const folder = folderOf(deadPid())
    writeFileSync(join(folder, 'server.pid'), String(process.pid))
    sweep()
    expect(existsSync(folder)).toBe(false)
  })

  it('stays while the run that owns it lives', () => {
    const folder = folderOf(process.pid)
    sweep()
    expect(existsSync(folder)).toBe(true)
    rmSync(folder, { recursive: true })
  })
})
