import { describe, expect, test } from 'vitest'
import { browserPaths } from './browser.mjs'

describe('the browser for the tests', () => {
  test('is the one that the user names, and no other', () => {
    const env = { CHROMIUM_PATH: '/opt/chromium', PATH: '/usr/bin' }
    expect(browserPaths({ env, platform: 'linux' })).toEqual(['/opt/chromium'])
  })

  test('is Playwright’s own when asked for, although the machine has another', () => {
    expect(
      browserPaths({ env: { CHROMIUM_PATH: 'playwright', PATH: '/usr/bin' }, platform: 'linux' }),
    ).toEqual([])
  })

  test('is on Linux whatever the path has, Chromium before Chrome', () => {
    expect(browserPaths({ env: { PATH: '/usr/local/bin:/usr/bin' }, platform: 'linux' })).toEqual([
      '/usr/local/bin/chromium',
      '/usr/bin/chromium',
      '/usr/local/bin/chromium-browser',
      '/usr/bin/chromium-browser',
      '/usr/local/bin/google-chrome',
      '/usr/bin/google-chrome',
      '/usr/local/bin/google-chrome-stable',
      '/usr/bin/google-chrome-stable',
    ])
  })

  test('is on macOS an app of the machine, then of the user', () => {
    expect(browserPaths({ env: { HOME: '/Users/a' }, platform: 'darwin' })).toEqual([
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ])
  })

  test('is on Windows under the program folders that exist', () => {
    const env = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }
    expect(browserPaths({ env, platform: 'win32' })).toContain(
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    )
    expect(browserPaths({ env, platform: 'win32' }).join()).not.toContain('undefined')
  })
})
