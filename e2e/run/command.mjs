import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fromRoot, root } from './root.mjs'

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] added to the environment of this process
 * @property {boolean} [capture] collect the output instead of showing it
 * @property {number} [timeoutMs]
 * @property {boolean} [shell]
 */

/**
 * Runs one program to its end. Never rejects: a program that cannot be started has the code 127.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { env = {}, capture = false, timeoutMs, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
      shell,
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    })
    let output = ''
    child.stdout?.on('data', (part) => (output += String(part)))
    child.stderr?.on('data', (part) => (output += String(part)))
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * The script behind a command of an installed package, so that no shell and no `.cmd` shim is needed.
 * @param {string} packageName
 * @param {string} [command]
 */
export function scriptOf(packageName, command = packageName) {
  const manifest = JSON.parse(readFileSync(fromRoot('node_modules', packageName, 'package.json'), 'utf8'))
  const bin = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command]
  return fromRoot('node_modules', packageName, bin)
}

/**
 * npm as it was called, else the one on the path (`npm.cmd` on Windows, which only a shell can start).
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options = {}) {
  const script = process.env['npm_execpath']
  if (script?.endsWith('npm-cli.js')) return run(process.execPath, [script, ...args], options)
  return run('npm', args, { ...options, shell: process.platform === 'win32' })
}
