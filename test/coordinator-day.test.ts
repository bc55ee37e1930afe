import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { violationsOf } from './setup/accessible.js'
import { desktop, openBrowser } from './setup/browser.js'
import { type Platform, startInOneProcess } from './setup/platform.js'

/** A coordinator’s day in a real browser, on what `npm start` starts. Each test goes on where the one before ended. */
let platform: Platform
let browser: Browser
let context: BrowserContext
let page: Page
let activityId = ''
const complaints: string[] = []

beforeAll(async () => {
  platform = await startInOneProcess()
  browser = await openBrowser()
  context = await browser.newContext({ baseURL: platform.url, ...desktop })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
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

async function answers(question: string | RegExp, answer: string): Promise<void> {
  await page.getByRole('radiogroup', { name: question }).getByText(answer, { exact: true }).click()
}

async function picks(box: string | RegExp, text: string, option: string | RegExp): Promise<void> {
  // A list that opens closes when the page is scrolled, so that the box comes into view first.
  await page.getByRole('combobox', { name: box }).click()
  await page.getByRole('combobox', { name: box }).fill(text)
  await page.getByRole('option', { name: option }).first().click()
}

async function writesDay(name: string, digits: string, among: Page | Locator = page): Promise<void> {
  await among.getByRole('group', { name }).getByRole('spinbutton').first().focus()
  await page.keyboard.type(digits)
}

async function isAccessible(): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
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
  activityId = /activities\/(\d+)/.exec(page.url())?.[1] ?? ''
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

test('what is missing leads to its field, until the draft can become active (A39)', async () => {
  await link('Write the first day.').click()
  await page.keyboard.type('05012026')
  await writesDay('Last day', '05022026')
  await page.getByLabel(/State or province/).fill('ME')
  const credits = page.getByLabel('AMA PRA Category 1 Credits')
  await credits.fill('0.3')
  await answers('Providership', 'Direct')
  await sees('Saved, but for the marked fields')
  await sees(/multiple of 0.25/)
  await credits.fill('10')
  await answers('Display in CME Passport', 'Yes')
  await page.getByLabel('Description').fill('Guideline-directed therapy, case by case.')
  await page.getByRole('textbox', { name: 'Address' }).fill('https://northernlight.org/heart-failure')
  await answers('Fee', 'No, it’s free')
  await answers('Registration', 'Open to all')
  await sees('Everything is there. Once it is active, learners can be reported.')
}, 120_000)

test('a registration for ABIM warns of a likely mistake, and is put right (M02 to M04, M09)', async () => {
  await picks(/Register for a board/, 'ABIM', /ABIM/)
  await page.getByText('Practice Assessment', { exact: true }).click()
  await sees(/Practice Assessment is/)
  await page.getByText('Practice Assessment', { exact: true }).click()
  await page.getByText('Medical Knowledge', { exact: true }).click()
  await page.getByText('Cardiovascular Disease', { exact: true }).last().click()
  for (const statement of await page
    .getByRole('group', { name: 'The provider undertakes' })
    .getByRole('checkbox')
    .all()) {
    await statement.check({ force: true })
  }
  await sees('5 of 5 confirmed')
  await sees('Everything is there. Once it is active, learners can be reported.')
  await isAccessible()
  await button('Activate').click()
  await sees('Active: learners can be reported.')
  expect(await page.getByText(/answers? still missing/).count()).toBe(0)
}, 120_000)

test('she repeats it; days and counts begin anew', async () => {
  await page.goto(`/provider/activities/${activityId}`)
  await heading('Heart Failure in Practice').waitFor()
  await isAccessible()
  await button('Repeat activity').click()
  const dialog = page.getByRole('dialog')
  await isAccessible()
  await dialog.getByLabel('Title').fill('Heart Failure in Practice, Autumn')
  await dialog.getByRole('button', { name: 'Make the draft' }).click()
  await heading('Heart Failure in Practice, Autumn').waitFor()
  await sees('Write the first day.')
}, 60_000)

test('she pastes the counts of five activities into the table, saves them at once, and takes that back', async () => {
  await page.goto('/provider/activities/table?status=ACTIVE&attention=LIVE_WITHOUT_LEARNERS')
  await heading('Edit activities in a table').waitFor()
  await isAccessible()
  const cell = (row: number) => page.locator(`[data-place="${row}:3"]`)
  await cell(0).click()
  await page.keyboard.type('many')
  await page.keyboard.press('Enter')
  await button('Save 1 change in 1 activity').click()
  await cell(0).getByText('Write a number such as 120.').waitFor()
  await isAccessible()
  await cell(1).press('Control+z')
  await cell(1).press('ArrowUp')
  await page.evaluate(`navigator.clipboard.writeText('12\\n15\\n9\\n31\\n4')`)
  await page.keyboard.press('Control+v')
  await sees('Pasted 5 cells.')
  await button('Save 5 changes in 5 activities').click()
  await sees('5 activities saved.')
  await isAccessible()
  await button(/Undo the save of 5 activities/).click()
  await sees('5 activities are as before the save.')
  expect(await Promise.all([0, 1, 2, 3, 4].map((row) => cell(row).textContent()))).toEqual(Array(5).fill('–'))
}, 60_000)

test('she imports a file with columns of her own; one bad row holds up no other (A20)', async () => {
  const lines = [
    'Activity Title,Format,How delivered,Begins,Ends,My ID,Credit hours,Providership,Show in Passport',
    'Sepsis Rounds A,Course,Live-Streamed,2026-06-01,2026-06-01,SR-1,1,direct,No',
    'Sepsis Rounds B,Course,Live-Streamed,2026-06-08,2026-06-08,SR-2,0.3,direct,No',
    'Sepsis Rounds C,Course,Live-Streamed,2026-06-15,2026-06-15,SR-3,1,direct,No',
  ]
  const send = async (text: readonly string[]) => {
    const path = join(platform.dataDir, 'activities.csv')
    await writeFile(path, `${text.join('\n')}\n`)
    await page.goto('/provider/activities/import')
    await page.locator('input[type=file]').setInputFiles(path)
    await button('Look at the file').click()
    await sees('What the columns are taken for')
    await isAccessible()
  }
  await send(lines)
  await picks('My ID is read as', 'Provider Activity', 'Provider Activity ID')
  await picks('How delivered is read as', 'Delivery', /Delivery Method/)
  await page.getByText('Some columns are not read').waitFor({ state: 'hidden' })
  await button(/Read the file/).click()
  await sees(/2 rows saved, 1 row to correct/)
  await isAccessible()
  await link(/^To correct/).click()
  await sees('Sepsis Rounds B')
  await send(lines.map((line) => line.replace('0.3', '0.25')))
  await page.getByText('Some columns are not read').waitFor({ state: 'hidden' })
  await button(/Read the file/).click()
  await sees(/1 row saved, 2 rows as they were, 0 rows to correct/)
}, 120_000)

test('she closes an activity, and takes it back', async () => {
  await page.goto(`/provider/activities/${activityId}/edit`)
  await page.getByLabel(/^Physicians/).fill('40')
  await page.getByLabel(/^Other learners/).fill('12')
  await answers('Commercial support', 'No')
  await page
    .getByRole('group', { name: /Learner Knowledge/ })
    .getByText('Objective')
    .click()
  await button('Close the activity').waitFor()
  await sees('Everything is there. Close it when no more learners will come.')
  await button('Close the activity').click()
  await page.getByText('Closed.', { exact: true }).waitFor()
  await button('Undo').click()
  await button('Close the activity').waitFor()
  await link('The activity').click()
  await sees('took a change back')
  await sees('Learner Knowledge · Objective')
  await isAccessible()
}, 90_000)

test('every page of her day fits a phone in the dark', async () => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.emulateMedia({ colorScheme: 'dark' })
  const pages = ['', 'activities', 'activities/new', `activities/${activityId}`, `activities/${activityId}/edit`]
  const lists = ['activities/table', 'activities/import', 'activities/files', 'submissions']
  for (const path of [...pages, ...lists, `activities/${activityId}/learners`]) {
    await page.goto(`/provider/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await isAccessible()
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect([path, width]).toEqual([path, 320])
  }
}, 240_000)

test('no page complained on the way', () => {
  expect(complaints).toEqual([])
})
