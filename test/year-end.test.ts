import type { Browser, BrowserContext, Page } from 'playwright-core'
import { violationsOf } from './setup/accessible.js'
import { desktop, openBrowser } from './setup/browser.js'
import { type Platform, startInOneProcess } from './setup/platform.js'

/** A provider’s year end in a real browser. Each test goes on where the one before ended. */
let platform: Platform
let browser: Browser
let context: BrowserContext
let page: Page
const complaints: string[] = []
/** The year that Ada has to complete, and the one before it, which is closed. */
const year = new Date().getMonth() >= 9 ? new Date().getFullYear() : new Date().getFullYear() - 1

beforeAll(async () => {
  platform = await startInOneProcess()
  browser = await openBrowser()
  context = await browser.newContext({ baseURL: platform.url, ...desktop })
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await platform?.stop()
}, 60_000)

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const sees = (text: string | RegExp) => page.getByText(text).first().waitFor()
const link = (name: string | RegExp) => page.getByRole('link', { name }).first()
const button = (name: string | RegExp) => page.getByRole('button', { name }).first()

async function becomes(name: string | RegExp, app: string): Promise<void> {
  await page.goto(`/sign-in?to=${app}`)
  await button(name).click()
  await page.waitForURL(`**${app}`)
}

/** A page at the end of the menu, behind the button where not all of them fit. */
async function opens(name: string): Promise<void> {
  await button(/^More pages/).click()
  await page.getByRole('menuitem', { name }).click()
}

async function isAccessible(): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}

test('Ada sees the five steps of the year, and when they are due (R01, R02)', async () => {
  await becomes(/Ada Reyes/, '/provider/')
  await opens('Year end')
  await heading(`Year end ${year}`).waitFor()
  for (const step of ['Accept the annual agreement', 'Enter and close activities', 'Confirm your contacts'])
    await page.getByRole('heading', { level: 3, name: step }).waitFor()
  await isAccessible()
  await button(`Close ${year}`).waitFor()
  expect(await button(`Close ${year}`).isDisabled()).toBe(true)
}, 60_000)

test('she accepts the agreement, and the step is done', async () => {
  await button(`Accept the agreement for ${year}`).click()
  await sees(/By Ada Reyes on/)
}, 60_000)

test('the summary is kept as a draft, and submitted when it is complete', async () => {
  await link('Fill in the summary').click()
  await heading(`Program summary ${year}`).waitFor()
  await isAccessible()
  await page.getByLabel('Registration fees').fill('120000')
  await button('Submit the summary').click()
  await sees(/Fill in income from advertising and exhibits/)
  for (const label of ['Advertising and exhibits', 'Government grants', 'Private donations'])
    await page.getByLabel(label).fill('0')
  await button('Submit the summary').click()
  await sees(/Submitted by Ada Reyes/)
  await page.reload()
  await sees(/Submitted by Ada Reyes/)
}, 60_000)

test('the contacts are corrected and confirmed', async () => {
  await link(`Year end ${year}`).click()
  await link('See the contacts').click()
  await heading('Contacts').waitFor()
  await isAccessible()
  await page.getByLabel('Name').first().fill('Ada Reyes')
  await page.getByLabel('E-mail').first().fill('ada@northern-light.test')
  await button(`Save and confirm for ${year}`).click()
  await sees(`Your contacts are confirmed for ${year}.`)
  await link(`Year end ${year}`).click()
  await sees('3 of 5')
}, 60_000)

test('hints about her data can be dismissed with a reason', async () => {
  await link('Check the quality of your data').click()
  await heading(`Quality of your data ${year}`).waitFor()
  await isAccessible()
  const dismiss = button(/^Dismiss “/)
  if ((await dismiss.count()) === 0) return sees('Nothing was found')
  await dismiss.click()
  await page.getByLabel('Why is it right as it is?').fill('It is right.')
  await button('Dismiss the hint').click()
  await sees('Dismissed.')
  await link(/^Dismissed/).click()
  await sees(/Dismissed by Ada Reyes: It is right\./)
}, 60_000)

test('a closed year says who closed it, and offers nothing to do (R06)', async () => {
  await page.goto(`/provider/year-end?year=${year - 1}`)
  await sees(`${year - 1} is closed`)
  await isAccessible()
}, 60_000)

test('the mark is hers, with files and a link to the page that proves it (V06)', async () => {
  await opens('Mark')
  await heading('Provider mark').waitFor()
  await sees('Your organization may use the mark')
  await isAccessible()
  const [download] = await Promise.all([page.waitForEvent('download'), link(/^PNG, dark, 420/).click()])
  expect(download.suggestedFilename()).toBe('provider-mark-dark-420.png')
  await link('See your public page').click()
  await sees('may use the provider mark today')
  await isAccessible()
}, 60_000)

test('nobody without an account gets the files, and everybody reads the page', async () => {
  const nobody = await (await browser.newContext({ baseURL: platform.url })).newPage()
  expect((await nobody.goto('/provider-page/0008273'))?.status()).toBe(200)
  expect((await nobody.goto('/provider-mark/provider-mark-light.svg'))?.status()).toBe(401)
  await nobody.close()
}, 60_000)

test('the operator sees who is late, and reopens a year with a reason (R05, R06)', async () => {
  await becomes(/Op Sorensen/, '/operator/')
  await link('Late providers').click()
  await heading('Late providers').waitFor()
  await isAccessible()
  await page.goto(`/operator/late?year=${year - 1}&lateOnly=false`)
  await heading('All providers').waitFor()
  await button(/^Reopen /).click()
  await page.getByLabel('Reason').fill('A late series.')
  await isAccessible()
  await button('Reopen the year').click()
  await sees('Reopened')
}, 60_000)

test('on a narrow screen and in the dark the pages stay accessible', async () => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 720 })
  await page.reload()
  await heading('All providers').waitFor()
  await isAccessible()
  await becomes(/Ada Reyes/, '/provider/')
  for (const address of ['/provider/year-end', '/provider/mark', '/provider/year-end/contacts']) {
    await page.goto(address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await isAccessible()
  }
}, 90_000)

test('no page has complained', () => {
  expect(complaints.filter((line) => !line.includes('BAD_USER_INPUT'))).toEqual([])
})
