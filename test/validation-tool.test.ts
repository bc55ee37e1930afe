import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { violationsOf } from './setup/accessible.js'
import { desktop, openBrowser } from './setup/browser.js'
import { type Platform, startInOneProcess } from './setup/platform.js'

/** Ada finds out whether credit would find its physician: by hand with the keyboard alone, by paste and by file. */
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
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /Ada Reyes/ }).click()
  await page.getByRole('link', { name: 'Validate learners' }).click()
  await heading('Validate learners').waitFor()
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await platform?.stop()
}, 60_000)

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const field = (name: string) => page.getByRole('textbox', { name })
const sees = (text: string | RegExp) => page.getByText(text).first().waitFor()
const rowOf = (name: string) => page.getByRole('row', { name: new RegExp(name) }).first()
const rowHeaders = () => page.locator('tbody th')
const focused = () => page.evaluate<string>("document.activeElement.closest('[data-field]')?.dataset.field")
const address = () => new URL(page.url()).pathname + new URL(page.url()).search

async function isAccessible(): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}

async function showsRows(count: number): Promise<void> {
  await rowHeaders().nth(count).waitFor({ state: 'detached' })
  expect(await rowHeaders().count()).toBe(count)
}

async function types(...texts: string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    if (index) await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }
}

async function pastes(text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.keyboard.press('Control+V')
}

async function sendsFile(path: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ])
  await chooser.setFiles(path)
  await page.getByRole('button', { name: 'Check the file' }).click()
}

test('what is missing is said until the answer is there (I01)', async () => {
  await field('First name').focus()
  await types('Deirdre', 'Marchetti')
  await sees('Still missing')
  await sees('state of licensure')
  await page.keyboard.press('Tab')
  await types('Sep 10', 'me')
  await sees('Credit that is reported with these details finds its physician.')
  expect(await field('Month and day of birth').inputValue()).toBe('09/10')
  await isAccessible()
}, 60_000)

test('Enter goes to the next learner, and the state stays', async () => {
  await page.keyboard.press('Enter')
  await rowOf('Deirdre Marchetti').getByText('Matched').waitFor()
  expect([await focused(), await page.getByRole('combobox').first().inputValue()]).toEqual(['givenName', 'me'])
}, 60_000)

test('where two fit, the question that settles it is asked, one key away (I02)', async () => {
  await types('David', 'Hutchins', '8/17')
  await sees('Two or more physicians may fit.')
  await isAccessible()
  await page.keyboard.press('Enter')
  expect(await focused()).toBe('licenseOrNpi')
  await page.keyboard.type('no such number')
  await sees('The right license number or NPI in place of what stands there would settle it.')
  await page.keyboard.press('Enter')
  await rowOf('David Hutchins').getByText('Not sure').waitFor()
}, 60_000)

test('a number that does not agree is marked at its field', async () => {
  await types('Deirdre', 'Marchetti', '9/10', 'ME', 'MD99999')
  await sees('Something does not agree')
  expect(await field('License number or NPI').getAttribute('aria-invalid')).toBe('true')
  await page.keyboard.press('Enter')
}, 60_000)

test('where nobody fits, it says what to do', async () => {
  await types('Deirdre', 'Nobody', '10 September')
  await sees('Nobody fits')
  await sees('Check the spelling of both names')
  await sees('Ask the learner rather than trying birthdays')
  await page.keyboard.press('Enter')
}, 60_000)

test('the list can be filtered, copied and shortened, and nothing of it stands in the address or is stored', async () => {
  await page.getByRole('link', { name: /^Problems/ }).click()
  await showsRows(3)
  await page.getByRole('button', { name: 'Copy as a table' }).click()
  await sees('Copied')
  const lines = (await page.evaluate<string>('navigator.clipboard.readText()')).split('\n')
  expect(lines[1]).toMatch(/^Deirdre\t\tNobody\t\t09\/10\tME\t\t\t\tNot found\tNo licensed physician/)
  expect(lines).toHaveLength(5)
  await page.getByRole('button', { name: 'Remove Deirdre Nobody' }).click()
  await showsRows(2)
  expect(address()).toBe('/provider/validate?show=PROBLEMS')
  expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toMatch(
    /Deirdre|Hutch/,
  )
}, 60_000)

test('one row of a spreadsheet fills the form, and a match leads to the report of its credit', async () => {
  await field('First name').focus()
  await pastes('Deirdre\tMarchetti\t10-Sep\tMaine\tMD23456\r\n')
  expect(await field('License number or NPI').inputValue()).toBe('MD23456')
  await page.getByRole('button', { name: 'Report credit for this learner' }).click()
  await heading('Enter a learner').waitFor()
  expect(address()).toBe('/provider/enter')
  expect(await field('Last name').inputValue()).toBe('Marchetti')
  expect(await field('Month and day of birth').inputValue()).toBe('09/10')
  await page.getByRole('link', { name: 'Validate learners' }).click()
  await rowOf('MD23456').getByText('Matched').waitFor()
}, 60_000)

test('many rows are answered at once, each can be corrected in its place, and all are downloaded', async () => {
  const nobody = Array.from({ length: 200 }, (_, index) => `Person${index}\tNobody\t1/1\tTX`)
  await pastes(['Dee\tMarchetti\t09/10\tME', 'David\tHutchins\t08/17\tMaine', 'Ann\t\t13/45\tME', ...nobody].join('\n'))
  await rowOf('Dee Marchetti').getByText('nickname').waitFor()
  await rowOf('Ann').getByText('Still missing: last name, month and day of birth').waitFor()
  await isAccessible()
  await rowOf('08/17 · Maine').getByRole('button', { name: 'Correct David Hutchins' }).press('Enter')
  expect(await focused()).toBe('licenseOrNpi')
  await page.keyboard.type('MD61441')
  await sees('finds its physician')
  await page.keyboard.press('Enter')
  await rowOf('08/17 · Maine · MD61441').getByText('Matched').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(lines[0]).toContain('First Name,Middle Name,Last Name')
  expect(lines.filter((line) => line.startsWith('Person'))).toHaveLength(200)
}, 60_000)

test('5,001 rows are too many to paste, and nothing is checked', async () => {
  await pastes('A\tB\t1/1\tME\n'.repeat(5_001))
  await sees('5,001 rows are too many to paste')
  expect(await page.getByRole('row', { name: 'A B' }).count()).toBe(0)
}, 60_000)

test('a file is answered row by row, and comes back with its answers', async () => {
  await page.getByRole('link', { name: 'Check a file' }).first().click()
  await heading('Check a file of learners').waitFor()
  await isAccessible()
  const file = join(platform.dataDir, 'learners.csv')
  await writeFile(
    file,
    [
      'First Name,Last Name,Date of Birth,Licensing State,Licensing ID or NPI,Certifying Board,Certifying Board ID',
      'Deirdre,Marchetti,09/10,Maine,MD23456,ABIM,219876',
      'David,Hutchins,08/17,Maine,,,',
      'Deirdre,Marchetti,09/10,Maine,MD99999,,',
      'Deirdre,Nobody,09/10,Maine,,,',
      'Deirdre,Marchetti,13/45,Maine,,,',
    ].join('\n'),
  )
  await sendsFile(file)
  await sees('1 row matched; 4 rows to look at.')
  await rowOf('Deirdre Marchetti').getByText('By ABIM: matched').waitFor()
  await isAccessible()
  await page.getByRole('link', { name: /^Not sure/ }).click()
  await rowOf('David Hutchins').getByText('Two or more physicians may fit.').waitFor()
  await showsRows(1)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Result file' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/)
  expect(lines[0]).toMatch(/License Match,Board Match,Message/)
  expect(lines).toHaveLength(6)
  await page.getByRole('button', { name: 'Try row 3 in the form' }).click()
  await heading('Validate learners').waitFor()
  await sees('A license number or NPI would settle it.')
}, 60_000)

test('a long file is followed on a line that stays open', async () => {
  await page.goto('/provider/validate/file')
  const file = join(platform.dataDir, 'many-learners.csv')
  const rows = Array.from({ length: 20_000 }, (_, row) => `Thora,Nobody ${row.toString(26)},02/28,Maine`)
  await writeFile(file, ['First Name,Last Name,Date of Birth,Licensing State', ...rows].join('\n'))
  const [line] = await Promise.all([
    page.waitForRequest((request) => request.resourceType() === 'eventsource'),
    sendsFile(file),
  ])
  expect((await line.response())?.headers()).toMatchObject({
    'content-type': expect.stringMatching('text/event-stream'),
  })
  await sees(/20,000 rows to look at/)
}, 60_000)

test('the very same file leads to the answers that are there', async () => {
  await page.goto('/provider/validate/file')
  await sendsFile(join(platform.dataDir, 'learners.csv'))
  await sees('This very file was checked before')
  await page.getByRole('link', { name: 'Open its answers' }).click()
  await sees('1 row matched; 4 rows to look at.')
  await page.getByRole('link', { name: 'Checked files' }).click()
  await heading('Checked files').waitFor()
  await rowOf('learners.csv').getByText('Sent before').waitFor()
}, 60_000)

test('all of it fits a phone, light and dark, and every page is one key away in the menu', async () => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const path of ['/provider/validate', '/provider/validate/file', '/provider/validate/files']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      if (path.endsWith('validate')) {
        await pastes(['Dee\tMarchetti\t09/10\tME', 'David\tHutchins\t08/17\tMaine'].join('\n'))
        await page.getByRole('rowheader', { name: /David/ }).waitFor()
      }
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      expect([path, width]).toEqual([path, 320])
      if (colorScheme === 'dark') await isAccessible()
    }
  }
  await page.getByRole('button', { name: /^More pages/ }).press('Enter')
  await page.getByRole('menuitem', { name: 'Year end' }).waitFor()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await heading(/mark/i).waitFor()
}, 120_000)

test('no page complained on the way', () => {
  expect(complaints).toEqual([])
})
