import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { violationsOf } from './setup/accessible.js'
import { desktop, openBrowser } from './setup/browser.js'
import { type Platform, startOnDemonstration } from './setup/platform.js'

/** The README’s tour, in a real browser, on what `npm start` starts. Each test goes on where the one before ended. */
let platform: Platform & { output: () => string }
let browser: Browser
let context: BrowserContext
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  platform = await startOnDemonstration()
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

/** Today in US Central time as it is typed into a field for a day. */
const typedToday = () =>
  new Date()
    .toLocaleDateString('en-US', { month: '2-digit', day: '2-digit', year: 'numeric', timeZone: 'America/Chicago' })
    .replaceAll('/', '')

async function becomes(name: string | RegExp): Promise<void> {
  await page.goto('/sign-in')
  await button(name).click()
}

async function isAccessible(): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}

test('the first page leads to the Provider Portal, where Ada signs in', async () => {
  await page.goto('/')
  await isAccessible()
  await link(/Provider Portal/).click()
  await heading('Sign in to the Provider Portal').waitFor()
  await isAccessible()
  await link('Sign in').click()
  await button(/Ada Reyes/).click()
  await heading('Northern Light Institute for Medical Education').waitFor()
  await isAccessible()
}, 60_000)

test('she downloads the sample and sends it; the page shows how far it is, and what became of it', async () => {
  await link('Upload').click()
  await heading('Upload learners').waitFor()
  await isAccessible()
  const [download] = await Promise.all([page.waitForEvent('download'), link(/Sample with 500 rows/).click()])
  const path = join(platform.dataDir, 'sent.xlsx')
  await download.saveAs(path)
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByText(/has given permission/).click()
  await button('Send the file').click()
  await sees(/84 rows to correct/)
  await sees('500 rows')
  for (const [label, count] of [
    ['To correct', 84],
    ['Recorded', 412],
    ['Recorded with a warning', 48],
    ['Already there', 4],
  ]) {
    await page.getByRole('link', { name: new RegExp(`^${label}\\W*${count}$`) }).waitFor()
  }
}, 90_000)

test('each row to correct says what is wrong, and the file of them can be downloaded', async () => {
  await link(/^To correct/).click()
  await page.waitForURL(/outcome=REJECTED/)
  await sees('No licensed physician fits these details.')
  await sees(/Check the spelling of both names/)
  await isAccessible()
  const [download] = await Promise.all([page.waitForEvent('download'), link(/Rows to correct/).click()])
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK')
}, 60_000)

test('a file of her learning system is looked at, checked and reported, and its columns are remembered', async () => {
  const names = [
    'Event ID',
    'Clinician',
    'First',
    'DOB',
    'Date Completed',
    'License State',
    'License #',
    'Credits',
    'Phone',
  ]
  const [first, second] = [await fromHerSystem(names), await fromHerSystem(names.toReversed())]
  await sends('lms.csv', first)
  await sees(/The file lacks Last Name/)
  await sees('Day first: 03/04/2026 is April 3')
  await sees(/^Phone: choose what they are|Phone.*go on without them/)
  await isAccessible()
  const surname = page.getByRole('combobox', { name: 'Clinician is read as' })
  await surname.click()
  await surname.fill('Last')
  await page.getByRole('option', { name: /^Last Name/ }).click()
  await page.getByText(/The file lacks/).waitFor({ state: 'detached' })
  await button('Check without recording').click()
  await sees('This was a dry run')
  await page.getByRole('link', { name: /^Already there\W*3$/ }).waitFor()
  await isAccessible()
  await page.getByRole('button', { name: 'Report', exact: true }).click()
  await page.getByText('This was a dry run').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /^Already there\W*3$/ }).waitFor()

  await sends('lms again.csv', second)
  await sees('Columns as you had them before')
  expect(await page.getByText(/The file lacks/).count()).toBe(0)
  await isAccessible()
  await button('Forget this').click()
  await sees(/The file lacks Last Name/)
  await button('Cancel').click()
  await sees('Nothing was recorded.')
}, 90_000)

test('the same file once more is recognized', async () => {
  await link('Upload').click()
  await page.locator('input[type=file]').setInputFiles(join(platform.dataDir, 'sent.xlsx'))
  await page.getByText(/has given permission/).click()
  await button('Send the file').click()
  await sees('This very file was sent before')
  await link('Open the earlier batch').click()
  await sees(/84 rows to correct/)
}, 60_000)

/** Three rows that were recorded, as her learning system writes them: other names, and the day before the month. */
async function fromHerSystem(names: readonly string[]): Promise<Buffer> {
  const batchId = /batches\/([0-9a-f-]+)/.exec(page.url())?.[1]
  const result = await page.request.get(`/uploads/${batchId}/result?form=xlsx`)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await result.body()) as unknown as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  const header = (sheet?.getRow(2).values ?? []) as string[]
  const rows = (sheet?.getRows(3, 200) ?? []).map((row) => (name: string) => row.getCell(header.indexOf(name)).value)
  const plain = rows.filter((cell) => cell('Outcome') === 'ACCEPTED' && !cell('Certifying Board'))
  const dayFirst = (text: string) => text.split('/').reverse().join('/')
  const lines = plain.slice(0, 3).map((cell) => {
    const [year, month, day] = (cell('Completion Date') as Date).toISOString().slice(0, 10).split('-')
    const values: Record<string, unknown> = {
      First: cell('First Name'),
      Clinician: cell('Last Name'),
      DOB: dayFirst(String(cell('Date of Birth'))),
      'Date Completed': `${day}/${month}/${year}`,
      'License State': cell('Licensing State'),
      'License #': cell('Licensing ID or NPI') ?? '',
      'Event ID': cell('ACCME Activity ID'),
      Credits: cell('Number of CME Credits'),
      Phone: '207-555-0101',
    }
    return names.map((name) => values[name]).join(';')
  })
  return Buffer.from([names.join(';'), ...lines].join('\n'))
}

async function sends(name: string, buffer: Buffer): Promise<void> {
  await link('Upload').click()
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByText(/has given permission/).click()
  await button('Send the file').click()
  await heading(name).waitFor()
  await sees('What the columns are taken for')
}

test('she corrects rows in place: a proposal is one key away, a reload loses nothing, and what is recorded is off the list', async () => {
  await link('Correct them here').click()
  await heading('Correct rows').waitFor()
  await isAccessible()
  await link(/^Number of CME Credits cannot be read/).click()
  await heading('Correct rows').waitFor()
  const off = page.getByRole('listitem').filter({ hasText: 'Hope Dow' }).getByLabel('Number of CME Credits')
  await page.getByText('All reasons').nth(1).waitFor({ state: 'detached' })
  await page.locator('[data-off] input:focus').first().waitFor()
  await off.focus()
  await page.keyboard.press('Alt+Enter')
  expect(await off.inputValue()).toBe('1')
  expect(await off.evaluate((field) => field.matches(':focus'))).toBe(false)
  await page.reload()
  await sees('1 row to send.')
  expect(await off.inputValue()).toBe('1')
  await button('Send 1 row again').click()
  await sees('1 row recorded.')
  await off.waitFor({ state: 'detached' })
  await sees(/83 rows to correct, 1 corrected/)
  await link('Back to the batch').click()
  await sees('1 row corrected and recorded since')
  await link(/^Correction of/).click()
  await heading('Corrections of sent.xlsx').waitFor()
  await sees(/^These rows correct sent.xlsx/)
  await isAccessible()
}, 60_000)

test('one learner by form: it says while she types whether he would be matched', async () => {
  await link('Enter a learner').click()
  await page.getByRole('combobox', { name: 'Activity' }).fill('Grand Rounds in Internal')
  await page
    .getByRole('option', { name: /Grand Rounds in Internal Medicine/ })
    .first()
    .click()
  await page.getByRole('group', { name: 'Completion date' }).getByRole('spinbutton').first().focus()
  await page.keyboard.type(typedToday())
  await page.getByLabel('First name').fill('Deirdre')
  await page.getByLabel('Last name').fill('Marchetti')
  await page.getByLabel('Month and day of birth').fill('09/10')
  await page.getByRole('combobox', { name: 'Licensing state' }).fill('Maine')
  await page.getByRole('option', { name: 'Maine' }).click()
  await page.getByLabel('CME credits').fill('0.5')
  await page.getByText(/The learner has given permission/).click()
  await sees('Would be accepted')
  await isAccessible()
  await button('Submit').click()
  await sees(/Recorded/)
}, 60_000)

test('Dee sees in Passport what Ada has reported, and publishes a transcript that anybody can verify', async () => {
  await becomes(/Dee Marchetti/)
  await heading('My credit').waitFor()
  await sees('Northern Light Institute for Medical Education')
  await isAccessible()
  await link('Get a transcript').click()
  await button('Publish').click()
  const [pdf] = await Promise.all([page.waitForEvent('download'), link('PDF').click()])
  expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-')
  await isAccessible()
  await link('Verify').click()
  await sees('Deirdre')
  await isAccessible()
}, 90_000)

test('Cy sees it for a licensee, month by month', async () => {
  await becomes(/Cy Okafor/)
  await heading('Maine Board of Licensure in Medicine').waitFor()
  await button('Figures as a table').click()
  await page
    .getByRole('row', { name: new RegExp(new Date().toLocaleString('en-US', { month: 'short' })) })
    .first()
    .waitFor()
  await isAccessible()
  await link('Licensees').click()
  await page.getByRole('searchbox').fill('Marchetti')
  await link(/Marchetti/).click()
  await heading(/Marchetti/).waitFor()
  await sees('MD23456')
  await isAccessible()
}, 60_000)

test('Cam decides on the points that the file claimed', async () => {
  await becomes(/Cam Whitfield/)
  await heading('Decisions').waitFor()
  await isAccessible()
  await button(/Accept/).click()
  await sees(/Accepted/)
}, 60_000)

test('Bo sees none of it', async () => {
  await becomes(/Bo Lindqvist/)
  await heading('Cascade Regional Hospital CME Office').waitFor()
  await link('Batches').click()
  await sees('Nothing was sent yet')
}, 60_000)

test('whoever opens the app of somebody else is told so', async () => {
  await page.goto('/passport/')
  await sees(/Bo Lindqvist/)
  await isAccessible()
}, 60_000)

test('Dee asks for credit that is missing, and it waits apart from what counts', async () => {
  await becomes(/Dee Marchetti/)
  await link('Missing credit').click()
  await heading('Missing credit').waitFor()
  await isAccessible()
  await link('Ask for missing credit').click()
  await page.getByRole('group', { name: 'Day of completion' }).getByRole('spinbutton').first().focus()
  await page.keyboard.type(typedToday())
  await page.getByRole('combobox', { name: 'Activity' }).fill('Pediatric Journal')
  await page.getByRole('option', { name: /Pediatric Journal Club/ }).click()
  await page.getByLabel('CME credits').fill('1')
  const picture = Buffer.from('89504e470d0a1a0a', 'hex')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'certificate.png', mimeType: 'image/png', buffer: picture })
  await isAccessible()
  await button('Ask the provider').click()
  await heading('Pediatric Journal Club').waitFor()
  await sees(/The provider has until/)
  await isAccessible()
  const [certificate] = await Promise.all([page.waitForEvent('download'), link(/^Certificate/).click()])
  expect(await readFile(await certificate.path())).toEqual(picture)
  await link('My credit').click()
  await page.getByRole('table', { name: 'Requested, not confirmed' }).getByText('Pediatric Journal Club').waitFor()
  await isAccessible()
}, 60_000)

test('Ada confirms it in one press, and it is on Dee’s record', async () => {
  await becomes(/Ada Reyes/)
  await link('Answer them').click()
  await heading('Missing credit').waitFor()
  await isAccessible()
  const asked = page.getByRole('row', { name: /Pediatric Journal Club/ })
  await asked.getByRole('button', { name: /^Confirm/ }).click()
  await sees('The credit of Deirdre Marchetti is on record.')
  await asked.getByText('Confirmed', { exact: true }).waitFor()
  await link('Choose the activity').click()
  await page.getByRole('combobox', { name: 'Activity' }).fill('Opioid')
  await page.getByRole('option', { name: /Opioid Stewardship Online/ }).click()
  await sees(/^200000002 · /)
  await button('Confirm the credit of Deirdre Marchetti').waitFor()
  await isAccessible()
  await link('Missing credit').click()
  await link('Overdue').click()
  await page
    .getByRole('row', { name: /Anesthesia Safety Workshop/ })
    .getByRole('link')
    .click()
  await sees(/Our operators see it now/)
  await button('Reject').click()
  await page.getByRole('radio', { name: 'Something else' }).waitFor()
  await isAccessible()
  await button('Cancel').click()
  await page.setViewportSize({ width: 320, height: 640 })
  await isAccessible()
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320)
  await page.setViewportSize(desktop.viewport)
  await becomes(/Dee Marchetti/)
  await page.getByRole('table', { name: 'Entries' }).getByText('Pediatric Journal Club').first().waitFor()
}, 60_000)

test('Op sees what Ada’s organization has left unanswered', async () => {
  await becomes(/Op Sorensen/)
  await link('Remind or close').click()
  await heading('Unanswered requests').waitFor()
  await isAccessible()
  await button(/^Remind Northern Light/).click()
  await sees('Northern Light Institute for Medical Education is reminded.')
}, 60_000)

test('every page of the tour fits a phone, light and dark', async () => {
  await becomes(/Dee Marchetti/)
  await heading('My credit').waitFor()
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of [
    '/passport/',
    '/passport/transcripts',
    '/passport/details',
    '/passport/missing-credit/ask',
    '/sign-in',
    '/',
  ]) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect([path, width]).toEqual([path, 320])
    await isAccessible()
    // Colours are all that differs in the dark.
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violationsOf(page, ['color-contrast'])).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
  }
}, 120_000)

test('no page complained on the way', () => {
  expect(complaints).toEqual([])
})
