import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from './setup/browser.js'
import { type Platform, startByOneCommand } from './setup/platform.js'

/** A coordinator’s day in a real browser, on what `npm start` starts. Each test goes on where the one before ended. */
let platform: Platform
let browser: Browser
let context: BrowserContext
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  platform = await startByOneCommand()
  browser = await openBrowser()
  context = await browser.newContext({ baseURL: platform.url, viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto('/sign-in')
  await button(/Ada Reyes/).click()
  await heading('Northern Light Institute for Medical Education').waitFor()
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await platform?.stop()
}, 60_000)

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const sees = (text: string | RegExp) => page.getByText(text).first().waitFor()
const link = (name: string | RegExp) => page.getByRole('link', { name }).first()
const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
const saved = () => page.getByRole('status').getByText('Saved', { exact: true }).waitFor()

async function picks(box: string, text: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: box }).fill(text)
  await page.getByRole('option', { name: option }).first().click()
}

async function isAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('her home page says what needs attention, one step from where it is done', async () => {
  await sees('Needs attention today')
  await isAccessible()
  await link('See the steps').waitFor()
  await link('New activity').click()
  await heading('New activity').waitFor()
  await isAccessible()
}, 60_000)

test('a title is enough for a draft; the form asks what a course in a room needs', async () => {
  await page.getByLabel('Title').fill('Heart Failure in Practice')
  await button('Start the draft').click()
  await heading('Heart Failure in Practice').waitFor()
  await sees(/missing before it can become active/)
  await button(/Format/).click()
  await page.getByRole('option', { name: 'Course', exact: true }).click()
  await page.getByText('In-Person', { exact: true }).click()
  await page.getByLabel('City').fill('Portland')
  await picks('Country', 'USA', /USA/)
  await saved()
  await isAccessible()
}, 90_000)

test('interrupted without a connection, she goes on where she was', async () => {
  await context.setOffline(true)
  await page.getByLabel('Your own id').fill('HF-2026')
  await sees(/kept on this device/)
  await context.setOffline(false)
  await page.reload()
  await saved()
  expect(await page.getByLabel('Your own id').inputValue()).toBe('HF-2026')
  expect(await page.getByLabel('City').inputValue()).toBe('Portland')
}, 90_000)

test('no page complained on the way', () => {
  expect(complaints).toEqual([])
})
