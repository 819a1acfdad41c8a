// Finds a Chromium for the tests, or gets one: the user's choice, the system's, Playwright's own, the package manager's.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run, scriptOf } from './command.mjs'

/** As root there is no sandbox; on closed networks a browser that phones home only fills the log. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** CHROMIUM_PATH=playwright: Playwright's own, although the machine has another. */
export const playwrightsOwn = 'playwright'

const namesOnPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** @typedef {{ env: NodeJS.ProcessEnv, platform: NodeJS.Platform }} Machine */

/**
 * Where a browser may be, best first. Only $CHROMIUM_PATH is named by the user, so it comes first and counts alone
 * when it is set: a silent fall back to another browser would hide a wrong path.
 * @param {Machine} machine
 * @returns {readonly string[]}
 */
export function browserPaths({ env, platform }) {
  const chosen = env['CHROMIUM_PATH']
  if (chosen === playwrightsOwn) return []
  if (chosen) return [chosen]
  if (platform === 'win32') {
    const bases = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((base) => base)
    const programs = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe']
    return programs.flatMap((program) => bases.map((base) => `${base}\\${program}`))
  }
  const onPath = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  const found = namesOnPath.flatMap((name) => onPath.map((folder) => join(folder, name)))
  if (platform !== 'darwin') return found
  const apps = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome']
  const folders = ['/Applications', ...(env['HOME'] ? [`${env['HOME']}/Applications`] : [])]
  return [...apps.flatMap((app) => folders.map((folder) => `${folder}/${app}`)), ...found]
}

/**
 * The first browser that is there, without starting it.
 * @param {Machine} [machine]
 * @returns {string | undefined} undefined: leave the choice to Playwright
 */
export const presentBrowser = (machine = process) => browserPaths(machine).find((path) => existsSync(path))

/**
 * @param {string | undefined} executablePath undefined: Playwright's own
 * @returns {Promise<string | undefined>} the browser's version, undefined when it does not start
 */
async function versionOf(executablePath) {
  const { chromium } = await import('@playwright/test')
  try {
    const browser = await chromium.launch({
      args: browserFlags,
      timeout: 60_000,
      ...(executablePath === undefined ? {} : { executablePath }),
    })
    const version = browser.version()
    await browser.close()
    return version
  } catch (error) {
    if (executablePath !== undefined) console.error(`${executablePath} does not start: ${firstLine(error)}`)
    return undefined
  }
}

/** @param {unknown} error */
const firstLine = (error) => (error instanceof Error ? error.message : String(error)).split('\n')[0]

/**
 * @typedef {object} Found
 * @property {string | undefined} path undefined: Playwright's own
 * @property {string} version
 */

/**
 * @param {readonly (string | undefined)[]} paths
 * @returns {Promise<Found | undefined>}
 */
async function firstThatStarts(paths) {
  for (const path of paths) {
    const version = await versionOf(path)
    if (version !== undefined) return { path, version }
  }
  return undefined
}

const isDebian = () => process.platform === 'linux' && existsSync('/usr/bin/apt-get')
const isRoot = () => process.getuid?.() === 0

async function installWithPlaywright() {
  console.log('No browser found: installing Playwright’s Chromium …')
  const { code } = await run(
    process.execPath,
    [scriptOf('@playwright/test', 'playwright'), 'install', 'chromium'],
    {
      timeoutMs: 10 * 60_000,
    },
  )
  return code === 0
}

async function installWithApt() {
  if (!isDebian() || !isRoot()) return false
  console.log('Installing the system’s Chromium (apt-get) …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env })
  const { code } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env,
  })
  return code === 0
}

/**
 * A browser that really starts, installed if need be.
 * @returns {Promise<Found | undefined>}
 */
export async function findOrInstallBrowser() {
  const present = () => browserPaths(process).filter((path) => existsSync(path))
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen && chosen !== playwrightsOwn) {
    if (present().length === 0) console.error(`CHROMIUM_PATH=${chosen}: there is no such file`)
    return firstThatStarts(present())
  }
  const found = await firstThatStarts([...present(), undefined])
  if (found) return found
  const own = (await installWithPlaywright()) ? await firstThatStarts([undefined]) : undefined
  if (own) return own
  return (await installWithApt()) ? firstThatStarts(present()) : undefined
}

export const howToGetABrowser = `No browser could be started. Get one with either of these and run the tests again:
  npx playwright install --with-deps chromium
  sudo apt-get install -y --no-install-recommends chromium     (or set CHROMIUM_PATH to a Chromium or Chrome)`
