// What every spec starts from. A page that asks another origin for anything, breaks the content security policy or
// throws an error that nobody caught fails its test, whatever the test was about.
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'

export { expect }

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The list grows while the pages of the context live. */
export function collectProblems(context: BrowserContext, ownOrigin: string): readonly string[] {
  const problems: string[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.origin !== ownOrigin) {
      problems.push(`request to another origin: ${url.href}`)
    }
  })
  context.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) problems.push(`policy: ${message.text()}`)
  })
  // Also what the console keeps to itself.
  void context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`Content Security Policy violated: ${effectiveDirective} by ${blockedURI}`)
    })
  })
  context.on('weberror', (webError) => {
    const error = webError.error()
    problems.push(`uncaught error: ${error.stack ?? error.message}`)
  })
  return problems
}

export const test = base.extend<{ readonly guard: undefined }>({
  // The address is known only after the global setup has found a free port.
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs: nothing
  baseURL: async ({}, use) => {
    const url = process.env['RELATA_URL']
    if (url === undefined) throw new Error('RELATA_URL is not set: run through e2e/playwright.config.ts')
    await use(url)
  },
  guard: [
    async ({ context, baseURL }, use) => {
      const problems = collectProblems(context, new URL(baseURL ?? '').origin)
      await use(undefined)
      expect(problems, 'other origins, policy violations and uncaught errors').toEqual([])
    },
    { auto: true },
  ],
})

/** A page that has been judged before holds the judge already: half a megabyte is not read again for every state. */
async function axeOn(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window)
  return new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .options({ resultTypes: ['violations'] })
    .withTags(wcag)
    .setLegacyMode()
}

/** Zero violations of WCAG 2.2 AA (and axe's best practices) in what the page, or a piece of it, shows now. */
export async function expectNoAxeViolations(page: Page, within?: string): Promise<void> {
  const axe = await axeOn(page)
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze()
  const readable = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `    ${node.target.join(' ')}`).join('\n')}`,
  )
  expect(readable).toEqual([])
}
