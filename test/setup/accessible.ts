import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa']
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What stands against a page, as it is, by WCAG 2.1 AA, or by some rules alone; our pages have no frames, so one look is enough. */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  // To read axe takes longer than to be looked at by it, and it stays until another page is loaded.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe)
  const options: RunOptions = {
    runOnly: rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: standards },
    // What passes is not described, which takes longer than looking.
    resultTypes: ['violations'],
  }
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
