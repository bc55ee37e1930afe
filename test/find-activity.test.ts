import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { violationsOf } from './setup/accessible.js'
import { desktop, openBrowser } from './setup/browser.js'
import { type Platform, startInOneProcess } from './setup/platform.js'

/** Somebody without an account looks for something to learn, from the first page to the calendar. */
let platform: Platform
let browser: Browser
let context: BrowserContext
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  platform = await startInOneProcess()
  browser = await openBrowser()
  context = await browser.newContext({ baseURL: platform.url, ...desktop })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await platform?.stop()
}, 60_000)

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const found = (name: string | RegExp) => page.getByRole('heading', { level: 2, name }).getByRole('link').first()
const total = () =>
  page
    .getByRole('status')
    .filter({ hasText: /activit/ })
    .first()

async function isAccessible(): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}

test('the first page leads to the search, without an account', async () => {
  await page.goto('/')
  await page.getByRole('searchbox', { name: /learn about/ }).fill('opioid stewardship')
  await page.getByRole('button', { name: 'Find' }).click()
  await heading('Find activities').waitFor()
  await found('Opioid Stewardship Online').waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('opioid stewardship')
  await isAccessible()
}, 60_000)

test('what is typed is completed, with the keyboard alone', async () => {
  const box = page.getByRole('combobox', { name: /learn about/ })
  await box.fill('wound care ess')
  await page.getByRole('option', { name: 'Wound Care Essentials' }).waitFor()
  await box.press('ArrowDown')
  await box.press('Enter')
  await found('Wound Care Essentials').waitFor()
  await page.getByRole('listbox').waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.get('q')).toBe('Wound Care Essentials')
}, 60_000)

test('a misspelled word is put right, and said so', async () => {
  const box = page.getByRole('combobox', { name: /learn about/ })
  await box.fill('anesthezia')
  await box.press('Enter')
  await page.getByText(/nothing has “anesthezia”/).waitFor()
}, 60_000)

test('filters narrow it down, stand in the address, and go away again', async () => {
  await page.goto('/passport/find')
  const all = await total().textContent()
  await page.getByRole('group', { name: 'Format' }).getByText('Journal-based CME').click()
  await page.waitForURL(/format=JOURNAL/)
  const chip = page.getByRole('link', { name: /Format: Journal-based CME/ })
  await chip.waitFor()
  expect(await total().textContent()).not.toBe(all)
  await isAccessible()
  await page.reload()
  await chip.click()
  await page
    .locator('.find-total')
    .filter({ hasText: all ?? '' })
    .waitFor()
  expect(page.url()).not.toContain('format')
}, 60_000)

test('more are shown on demand, and none twice', async () => {
  const links = page.locator('.find-hit h2 a')
  await page.getByRole('button', { name: 'Load more' }).click()
  await links.nth(20).waitFor()
  const addresses = await links.evaluateAll((all) => all.map((each) => (each as unknown as { href: string }).href))
  expect(new Set(addresses).size).toBe(addresses.length)
}, 60_000)

test('a search that finds nothing says what to do', async () => {
  await page.goto('/passport/find?q=xylophonist')
  await page.getByText('No activity fits').waitFor()
  await isAccessible()
}, 60_000)

test('an activity has a page of its own, from which it goes into the calendar', async () => {
  await page.goto('/passport/find?q=opioid+stewardship+online')
  await found('Opioid Stewardship Online').click()
  await heading('Opioid Stewardship Online').waitFor()
  await isAccessible()
  const register = page.getByRole('link', { name: /^Register at/ })
  expect([await register.getAttribute('href'), await register.getAttribute('rel')]).toEqual([
    expect.stringMatching(/^https:/),
    'noopener',
  ])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Add to calendar' }).click(),
  ])
  const calendar = await readFile(await download.path(), 'utf8')
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(calendar).toContain('SUMMARY:Last day: Opioid Stewardship Online')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByText('Link copied').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(page.url())
}, 60_000)

test('the page needs no script, and search engines can read it', async () => {
  const plain = await browser.newContext({ baseURL: platform.url, javaScriptEnabled: false })
  const reader = await plain.newPage()
  await reader.goto('/activity/200000002')
  await reader.getByText('AMA PRA Category 1 Credit').first().waitFor()
  expect(await reader.locator('dd a[href="/provider-page/0008273"]').count()).toBe(1)
  const data = JSON.parse((await reader.locator('script[type="application/ld+json"]').textContent()) ?? '')
  expect(data).toMatchObject({ '@type': 'Course', url: `${platform.url}/activity/200000002` })
  expect(await reader.locator('link[rel=canonical]').getAttribute('href')).toBe(`${platform.url}/activity/200000002`)
  await plain.close()
  const robots = await (await platform.nobody.fetches('/robots.txt')).text()
  expect(robots).toContain(`Sitemap: ${platform.url}/sitemap.xml`)
  const index = await (await platform.nobody.fetches('/sitemap.xml')).text()
  const address = /<loc>([^<]+)<\/loc>/.exec(index)?.[1] ?? ''
  expect(await (await fetch(address)).text()).toContain(`<loc>${platform.url}/activity/200000002</loc>`)
}, 60_000)

test.each(['200000006', '299999999', '1', 'x.ics'])('there is no page for %s', async (id) => {
  const answer = await platform.nobody.fetches(`/activity/${id}`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
})

test('all of it fits a phone, light and dark', async () => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of ['/', '/passport/find', '/passport/find?format=COURSE&fee=NO_FREE', '/activity/200000002']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if (path.includes('find')) await found(/./).waitFor()
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect([path, width]).toEqual([path, 320])
    await isAccessible()
    // Colours are all that differs in the dark.
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violationsOf(page, ['color-contrast'])).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.goto('/passport/find')
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('group', { name: 'Format' }).waitFor()
  await isAccessible()
}, 120_000)

test('no page complained on the way', () => {
  expect(complaints).toEqual([])
})
