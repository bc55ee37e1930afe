import type { Browser, Page } from 'playwright-core'
import { violationsOf } from '../setup/accessible.js'
import { desktop, openBrowser } from '../setup/browser.js'
import { type Platform, startOnDemonstration } from '../setup/platform.js'

/** One browser on one platform, through which the chapters of the tour go one after the other. */
export class Tour {
  platform!: Platform
  page!: Page
  /** What pages have said to the console. */
  readonly complaints: string[] = []
  private browser: Browser | undefined

  /** Starts what `npm start` starts, and opens a page on it. */
  async begin(): Promise<void> {
    this.platform = await startOnDemonstration()
    this.browser = await openBrowser()
    const context = await this.browser.newContext({ baseURL: this.platform.url, ...desktop })
    this.page = await context.newPage()
    this.page.setDefaultTimeout(20_000)
    this.page.on('pageerror', (error) => this.complaints.push(error.message))
    this.page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()))
  }

  /** Ends all that `begin` has started, as far as it came. */
  async end(): Promise<void> {
    await this.browser?.close()
    await this.platform?.stop()
  }

  heading = (name: string | RegExp) => this.page.getByRole('heading', { level: 1, name })
  sees = (text: string | RegExp) => this.page.getByText(text).first().waitFor()
  link = (name: string | RegExp) => this.page.getByRole('link', { name }).first()
  button = (name: string | RegExp) => this.page.getByRole('button', { name }).first()

  /** Signs somebody in. */
  async becomes(name: string | RegExp): Promise<void> {
    await this.page.goto('/sign-in')
    await this.button(name).click()
  }

  /** Fails where something stands against the page, by WCAG 2.1 AA. */
  async isAccessible(): Promise<void> {
    expect(await violationsOf(this.page)).toEqual([])
  }

  /** Types today in US Central time into a field for a day. */
  async typesToday(field: string): Promise<void> {
    const format = { month: '2-digit', day: '2-digit', year: 'numeric', timeZone: 'America/Chicago' } as const
    await this.page.getByRole('group', { name: field }).getByRole('spinbutton').first().focus()
    await this.page.keyboard.type(new Date().toLocaleDateString('en-US', format).replaceAll('/', ''))
  }
}
