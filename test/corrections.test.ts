import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { writeSampleWorkbook } from '../scripts/seed/sample-file/sample-workbook.js'
import { centralDay } from '../subgraphs/reference/central-day.js'
import { violationsOf } from './setup/accessible.js'
import { desktop, openBrowser } from './setup/browser.js'
import type { Person } from './setup/person.js'
import { type Platform, startInOneProcess } from './setup/platform.js'

/** A record from a file is corrected, undone, taken back and put back in a real browser. Each test goes on from the one before. */
let platform: Platform
let browser: Browser
let page: Page
let ada: Person
let record: Submitted
let before: Date
const complaints: string[] = []

interface Submitted {
  completionId: string
  nameAsSubmitted: string
  source: string
  version: number
  cme: { credits: number } | null
  moc: object[]
}

beforeAll(async () => {
  platform = await startInOneProcess()
  ada = await platform.as('ada')
  const folder = await mkdtemp(join(tmpdir(), 'creditgraph-corrections-'))
  await writeSampleWorkbook(join(folder, 'learners.xlsx'), centralDay(new Date()))
  const { batchId } = await ada.uploads(Buffer.from(await readFile(join(folder, 'learners.xlsx'))))
  await rm(folder, { recursive: true })
  await ada.waitsFor(batchId, () => undefined)
  const { submissions } = await ada.asks<{ submissions: { edges: { node: Submitted }[] } }>(
    `{ submissions(first: 50) { edges { node { completionId nameAsSubmitted source version cme { credits } moc { partId } } } } }`,
  )
  const found = submissions.edges.find(({ node }) => (node.cme?.credits ?? 0) >= 2 && !node.moc.length)
  if (!found) throw new Error('The sample has no record of CME alone.')
  record = found.node
  before = new Date()
  browser = await openBrowser()
  const context = await browser.newContext({ baseURL: platform.url, ...desktop })
  page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto('/sign-in')
  await button(/Ada Reyes/).click()
  await page.getByRole('heading', { level: 1, name: 'Northern Light Institute for Medical Education' }).waitFor()
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await platform?.stop()
}, 60_000)

const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
const sees = (text: string | RegExp) => page.getByText(text).first().waitFor()

async function isAccessible(): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}

/** What the ledger says of the record, now or as it was known then. */
async function credits(knownAt?: Date): Promise<number | undefined> {
  const { completion } = await ada.asks<{ completion: { cme: { credits: number } } }>(
    'query ($id: ID!, $knownAt: DateTime) { completion(completionId: $id, knownAt: $knownAt) { cme { credits } } }',
    { id: record.completionId, knownAt },
  )
  return completion.cme.credits
}

test('a record is opened from the list, with who reported it and from which row', async () => {
  await page.goto(`/provider/submissions`)
  await page.getByRole('link', { name: record.nameAsSubmitted }).first().waitFor()
  await page.goto(`/provider/submissions/${record.completionId}`)
  await page.getByRole('heading', { level: 1, name: record.nameAsSubmitted }).waitFor()
  await sees(/row \d+ of a file/)
  await isAccessible()
})

test('it is corrected in place, and a correction that breaks a rule says which field', async () => {
  const field = page.getByLabel('CME credits')
  await field.fill('4000')
  await page.getByText('The learner has given permission').click()
  await button('Save the correction').click()
  await sees(/an activity that awards at most/)
  await field.fill('1.25')
  await button('Save the correction').click()
  await sees('Corrected.')
  await sees(/corrected it/)
  expect(await credits()).toBe(1.25)
  await isAccessible()
}, 60_000)

test('what was known before stays to be asked for', async () => {
  expect(await credits(before)).toBe(record.cme?.credits)
})

test('the correction is undone', async () => {
  await button('Undo the last change').click()
  await sees('Version 1 is back.')
  expect(await credits()).toBe(record.cme?.credits)
}, 60_000)

test('the record is taken back with a reason, and put back', async () => {
  await button('Take back').click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('She left early.')
  await isAccessible()
  await button('Take it back').click()
  await sees('Taken back')
  await sees('“She left early.”')
  await isAccessible()
  await expect(credits()).rejects.toThrow('NOT_FOUND')
  await button('Undo the last change').click()
  await sees(/Version 3 is back/)
  expect(await credits()).toBe(record.cme?.credits)
}, 60_000)

test('V03: records are found by name and status, with the filter in the address, and downloaded', async () => {
  const familyName = record.nameAsSubmitted.split(' ').at(-1) ?? ''
  await page.goto('/provider/submissions')
  await page.getByRole('searchbox', { name: 'Search records' }).fill(familyName)
  await page.waitForURL(/text=/)
  await page.getByRole('link', { name: record.nameAsSubmitted }).first().waitFor()
  await page.getByRole('link', { name: /^Accepted/ }).click()
  await page.waitForURL(/status=ACCEPTED/)
  await page.getByRole('link', { name: record.nameAsSubmitted }).first().waitFor()
  await isAccessible()
  const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
  const file = await page.request.get(String(href))
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(await file.text()).toContain(record.completionId)
  await page.getByRole('searchbox', { name: 'Search records' }).fill('Nobody of that name')
  await page.getByText('No record fits').waitFor()
  await isAccessible()
  await button('Clear all filters').click()
  await page.getByRole('table', { name: 'Records' }).waitFor()
}, 60_000)

test('V03: the list of records does not wait for its sums, and is of use without them', async () => {
  const { promise: counted, resolve: count } = Promise.withResolvers<void>()
  const asked: string[] = []
  await page.route('**/graphql', async (route) => {
    const name = /Submission\w+/.exec(route.request().postData() ?? '')?.[0]
    if (name) asked.push(name)
    if (name && name !== 'Submissions') await counted
    await route.continue()
  })
  await page.goto('/provider/submissions')
  const list = page.getByRole('table', { name: 'Records' })
  const all = page.getByRole('link', { name: /^All/ })
  await list.waitFor()
  const top = (await list.boundingBox())?.y
  expect(await all.textContent()).toBe('All')
  await page.getByRole('link', { name: 'CSV' }).waitFor()
  await isAccessible()
  count()
  await page.getByRole('link', { name: /^All\s*\d/ }).waitFor()
  expect((await list.boundingBox())?.y).toBe(top)
  expect(asked.toSorted()).toEqual(['SubmissionActivities', 'SubmissionSums', 'Submissions'])
  await page.unroute('**/graphql')

  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('SubmissionSums') ? route.fulfill({ status: 503 }) : route.continue(),
  )
  await page.reload()
  await sees(/Not everything could be counted/)
  await list.waitFor()
  expect(await all.textContent()).toBe('All')
  await isAccessible()
  await page.unroute('**/graphql')
}, 60_000)

test('an activity leads to its learners, with what they add up to', async () => {
  const { completion } = await ada.asks<{ completion: { activity: { activityId: string } } }>(
    'query ($id: ID!) { completion(completionId: $id) { activity { activityId } } }',
    { id: record.completionId },
  )
  await page.goto(`/provider/activities/${completion.activity.activityId}`)
  await page.getByRole('link', { name: 'See the learners' }).click()
  await page.getByRole('heading', { level: 1, name: 'Learners' }).waitFor()
  await page.getByRole('searchbox', { name: 'Search learners' }).fill(record.nameAsSubmitted.split(' ').at(-1) ?? '')
  await page.waitForURL(/text=/)
  await isAccessible()
  await page.getByRole('link', { name: record.nameAsSubmitted }).first().click()
  await page.getByRole('heading', { level: 1, name: record.nameAsSubmitted }).waitFor()
}, 60_000)

test('six fields make a CME record, and each board of the activity is a section of its own', async () => {
  const { activities } = await ada.asks<{
    activities: {
      edges: { node: { activityId: string; title: string; mocRegistrations: { board: { code: string } }[] } }[]
    }
  }>(
    '{ activities(first: 100, status: ACTIVE) { edges { node { activityId title mocRegistrations { board { code } } } } } }',
  )
  const chosen = activities.edges.map(({ node }) => node).find(({ mocRegistrations }) => mocRegistrations.length > 0)
  if (!chosen) throw new Error('No activity of the demonstration is registered for a board.')
  await page.goto(`/provider/enter?activityId=${chosen.activityId}`)
  await page.getByRole('group', { name: 'Completion date' }).getByRole('spinbutton').first().focus()
  await page.keyboard.type('06302026')
  await page.getByLabel('First name').fill('Nadia')
  await page.getByLabel('Last name').fill('Nemo')
  await page.getByLabel('Month and day of birth').fill('09/10')
  const state = page.getByRole('combobox', { name: 'Licensing state' })
  await state.click()
  await state.fill('Maine')
  await page.getByRole('option', { name: 'Maine' }).first().click()
  await page.getByText(/Would (not )?be accepted/).waitFor()
  const code = chosen.mocRegistrations[0]?.board.code
  await page.getByText(`Also report ${code} points`).click()
  await page.getByLabel(`${code} ID`).waitFor()
  await isAccessible()
}, 60_000)

test('it all fits a telephone, and nothing went wrong on the way', async () => {
  await page.setViewportSize({ width: 320, height: 700 })
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(overflow).toBeLessThanOrEqual(0)
  await isAccessible()
  expect(complaints).toEqual([])
})
