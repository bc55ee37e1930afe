import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa']

/** What stands against a page, as it is, by WCAG 2.1 AA, or by some rules alone; our pages have no frames, so one look is enough. */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  // What passes is not described, which takes longer than looking.
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? builder.withRules([...rules]) : builder.withTags(standards)).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
