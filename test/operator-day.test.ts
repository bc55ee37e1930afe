import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Browser, Page } from 'playwright-core'
import { centralDay } from '../subgraphs/reference/central-day.js'
import { violationsOf } from './setup/accessible.js'
import { desktop, openBrowser } from './setup/browser.js'
import type { Person } from './setup/person.js'
import { startInOneProcess } from './setup/platform.js'

/** What only operators settle, in a real browser. Each test goes on where the one before ended. */
let platform: Awaited<ReturnType<typeof startInOneProcess>>
let browser: Browser
// Each person has a browser of his or her own.
let ada: Page
let op: Page
let ora: Page
const batches: Record<'typo' | 'conflict' | 'nobody', string> = { typo: '', conflict: '', nobody: '' }
const complaints: string[] = []
const today = centralDay(new Date())
const yesterday = centralDay(new Date(Date.now() - 86_400_000))

beforeAll(async () => {
  ;[platform, browser] = await Promise.all([startInOneProcess(), openBrowser()])
  ada = await windowOf(/Ada Reyes/, '/provider/')
  op = await windowOf(/Op Sorensen/, '/operator/')
  ora = await windowOf(/Ora Mbeki/, '/operator/')
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await platform?.stop()
}, 60_000)

async function windowOf(name: RegExp, app: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: platform.url, ...desktop })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`/sign-in?to=${app}`)
  await page.getByRole('button', { name }).first().click()
  await page.waitForURL(`**${app}`)
  return page
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

async function isAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}

/** What stands against the explorer, but for tabs that hold their own buttons: GraphiQL writes them so, and the keyboard reaches both. */
async function explorerViolations(page: Page): Promise<string[]> {
  return (await violationsOf(page)).filter((violation) => !violation.startsWith('nested-interactive: <li'))
}

/** Opens a page again and again until it says something that another part of the platform is about to tell it. */
async function opensUntil(page: Page, address: string, text: string): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(300)) {
    await page.goto(address)
    await page.getByRole('heading', { level: 1 }).waitFor()
    if ((await page.getByText(text).count()) > 0) return
  }
  throw new Error(`“${text}” did not appear.`)
}

/** A completion of somebody who may be Dee; the batch that it is. */
async function reports(reporter: Person, learner: object): Promise<string> {
  const input = { activityId: '200000003', completedOn: today, credits: 0.25, learnerPermission: true, ...learner }
  const { submitCompletion } = await reporter.asks<{
    submitCompletion: { row: { outcome: string; mayRequestReview: boolean }; batch: { batchId: string } }
  }>(
    `mutation ($input: CompletionInput!) { submitCompletion(input: $input) { row { outcome mayRequestReview } batch { batchId } } }`,
    { input },
  )
  expect(submitCompletion.row).toEqual({ outcome: 'REJECTED', mayRequestReview: true })
  return submitCompletion.batch.batchId
}

test('Ada asks for a review of rows that were rejected only because of who they are about', async () => {
  const reporter = await platform.as('ada')
  const dee = { givenName: 'Deirdre', familyName: 'Marchetti', birthMonth: 9, birthDay: 10, licensingState: 'ME' }
  batches.typo = await reports(reporter, { ...dee, familyName: 'Marcheti', birthDay: 11 })
  batches.conflict = await reports(reporter, { ...dee, licenseOrNpi: 'MD99999', completedOn: yesterday })
  batches.nobody = await reports(reporter, { ...dee, givenName: 'Nemo', familyName: 'Outis' })
  await ada.goto(`/provider/batches/${batches.typo}`)
  await isAccessible(ada)
  await button(ada, 'Ask for a review of 1 row').click()
  await sees(ada, '1 row in review')
  await sees(ada, /Nothing of it counts until it is decided/)
  await isAccessible(ada)
}, 60_000)

test('she asks for one row, withdraws it, and asks again', async () => {
  await ada.goto(`/provider/batches/${batches.conflict}`)
  await button(ada, /^Ask for a review of row/).click()
  await sees(ada, '1 row in review')
  await button(ada, 'Withdraw').click()
  await ada.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
  await button(ada, 'Ask for a review of 1 row').click()
  await sees(ada, '1 row in review')
  await ada.goto(`/provider/batches/${batches.nobody}`)
  await button(ada, 'Ask for a review of 1 row').click()
  await sees(ada, '1 row in review')
}, 60_000)

test('Op finds what waits on the first page, and sees each candidate beside what was given', async () => {
  await opensUntil(op, '/operator/', '3 reviews to decide, 3 rows waiting')
  await isAccessible(op)
  await link(op, 'Begin to decide').click()
  await heading(op, 'Reviews')
  await isAccessible(op)
  await link(op, 'Deirdre Marcheti').click()
  await heading(op, 'Deirdre Marcheti')
  await op.getByRole('table', { name: 'Side by side' }).waitFor()
  await op.getByRole('table', { name: /^What speaks for Deirdre Anne Marchetti/ }).waitFor()
  await isAccessible(op)
}, 60_000)

test('he decides by keyboard, takes it back, and decides again; the next case opens by itself', async () => {
  await op.keyboard.press('?')
  await op.getByRole('dialog', { name: 'Keys' }).waitFor()
  await isAccessible(op)
  await op.keyboard.press('Escape')
  await op.keyboard.press('1')
  await op.keyboard.press('Enter')
  await sees(op, 'Decided: Deirdre Anne Marchetti, MD.')
  await heading(op, /^(Deirdre Marchetti|Nemo Outis)$/)
  await op.keyboard.press('u')
  await heading(op, 'Deirdre Marcheti')
  await sees(op, 'took the choice back')
  await op.getByRole('radio', { name: /Deirdre Anne Marchetti/ }).waitFor()
  await op.keyboard.press('1')
  await op.keyboard.press('Enter')
  await heading(op, /^(Deirdre Marchetti|Nemo Outis)$/)
}, 60_000)

test('a choice against a rule needs a note, and waits for a second operator', async () => {
  await op.goto('/operator/reviews')
  await link(op, 'Deirdre Marchetti').click()
  await heading(op, 'Deirdre Marchetti')
  await sees(op, 'The license number that was given is not this physician’s.')
  await op.keyboard.press('1')
  await op.keyboard.press('Enter')
  await sees(op, 'Write a note: the second operator needs to know why.')
  await op.getByLabel('Note').fill('The board gave her a new number.')
  await op.keyboard.press('Enter')
  await sees(op, /A second operator has to confirm\./)
  await heading(op, 'Nemo Outis')
  await op.keyboard.press('0')
  await op.keyboard.press('Enter')
  await sees(op, 'Decided: nobody on file.')
  await heading(op, 'Reviews')
  await sees(op, 'Nothing waits here')
  await op.goto('/operator/reviews?state=PROPOSED')
  await sees(op, 'Chosen by you, waiting for another operator')
  await sees(op, 'Nothing waits here')
  await isAccessible(op)
}, 60_000)

test('the second operator confirms by keyboard', async () => {
  await ora.goto('/operator/')
  await link(ora, 'See the choices').click()
  await link(ora, 'Deirdre Marchetti').click()
  await heading(ora, 'Deirdre Marchetti')
  await sees(ora, 'The board gave her a new number.')
  await isAccessible(ora)
  await ora.keyboard.press('Enter')
  await sees(ora, 'Confirmed: Deirdre Anne Marchetti, MD.')
}, 60_000)

test('one operator proposes a merge by hand, and may not approve it', async () => {
  const { mergedId, survivorId } = await twoLearners()
  await op.goto('/operator/merges')
  await isAccessible(op)
  await link(op, 'Propose a merge').click()
  await button(op, 'Propose the merge').click()
  await sees(op, 'Paste the whole id')
  await isAccessible(op)
  await op.getByLabel('Id of the learner who stays').fill(survivorId)
  await op.getByLabel('Id of the learner whose record is to lead there').fill(mergedId)
  await op.getByLabel('Reason').fill('The board reports a change of name.')
  await button(op, 'Propose the merge').click()
  await sees(op, 'Waiting for another operator')
  expect(await op.getByRole('button', { name: 'Approve the merge' }).count()).toBe(0)
  await isAccessible(op)
}, 60_000)

test('the other operator compares them side by side and approves it', async () => {
  await ora.goto('/operator/')
  await sees(ora, '1 merge for you to approve or reject')
  await link(ora, 'See the proposals').click()
  await ora.getByRole('table', { name: 'Merges' }).getByRole('link').first().click()
  await ora.getByRole('table', { name: 'Both learners' }).waitFor()
  await sees(ora, 'compared, not shown')
  await button(ora, 'Approve the merge').click()
  await ora.getByLabel('Reason').fill('Seen on both licenses.')
  await isAccessible(ora)
  await ora.getByRole('dialog').getByRole('button', { name: 'Approve the merge' }).click()
  await sees(ora, / leads to /)
}, 60_000)

test('a merge is taken back with a reason, after reading what comes back', async () => {
  await op.reload()
  await button(op, 'Take the merge back').click()
  const dialog = op.getByRole('dialog')
  await dialog.getByText(/Two physicians come back, each exactly as before/).waitFor()
  await dialog.getByLabel('Reason').fill('They are cousins.')
  await dialog.getByRole('button', { name: 'Take the merge back' }).click()
  await sees(op, 'They are two people')
  await sees(op, 'They are cousins.')
  await isAccessible(op)
}, 60_000)

test('a provider that tried too many birthdays is released (I13)', async () => {
  const reporter = await platform.as('ada')
  for (let birthDay = 1; birthDay <= 6; birthDay += 1)
    await reporter.asks(
      'query ($learner: LearnerIdentificationInput!) { validateLearner(learner: $learner) { isValid } }',
      { learner: { givenName: 'Deirdre', familyName: 'Marchetti', birthMonth: 2, birthDay, licensingState: 'ME' } },
    )
  await op.goto('/operator/guess-locks')
  await sees(op, /locked on 1 physician/)
  await button(op, /^Release .* on Deirdre Anne Marchetti/).click()
  await op.getByLabel('Reason').fill('An honest mistake in a file.')
  await isAccessible(op)
  await button(op, 'Release the lock').click()
  await sees(op, 'Released')
}, 60_000)

test('he explores the graph with an example of his work, and registers what he wrote once he has seen what it costs', async () => {
  await op.goto('/graphiql')
  await button(op, 'Reviews that wait').click()
  await sees(op, 'You ask as Op Sorensen. Operator of CreditGraph.')
  await op.getByText('query OpenReviews').first().waitFor()
  await button(op, /^Execute query/).click()
  await sees(op, /"reviewCases"/)
  expect(await explorerViolations(op)).toEqual([])
  await button(op, /Register$/).click()
  await button(op, 'Look what it costs').click()
  await sees(op, /OpenReviews, version 1\. It brings back \d+ objects at most; 5,000 may be\./)
  await op.getByRole('button', { name: 'Register', exact: true }).click()
  await sees(op, 'It is registered')
  await op.emulateMedia({ colorScheme: 'dark' })
  await op.setViewportSize({ width: 320, height: 720 })
  expect(await explorerViolations(op)).toEqual([])
  expect(await op.evaluate('document.documentElement.scrollWidth')).toBe(320)
  await op.emulateMedia({ colorScheme: 'light' })
  await op.setViewportSize(desktop.viewport)
}, 60_000)

test('the rows get their outcomes by themselves, and Ada sees them where she left', async () => {
  const badge = (text: string) => ada.getByRole('table', { name: 'Rows' }).getByText(text, { exact: true }).waitFor()
  await sees(ada, '1 row to correct')
  await badge('To correct')
  for (const batch of [batches.typo, batches.conflict]) {
    await ada.goto(`/provider/batches/${batch}`)
    await badge('Recorded')
  }
}, 60_000)

test('on a narrow screen and in the dark the pages stay accessible', async () => {
  await op.emulateMedia({ colorScheme: 'dark' })
  await op.setViewportSize({ width: 320, height: 720 })
  await op.goto('/operator/reviews?state=DECIDED')
  const review = await link(op, 'Deirdre Marcheti').getAttribute('href')
  await op.goto('/operator/merges')
  const merge = await op.getByRole('table', { name: 'Merges' }).getByRole('link').first().getAttribute('href')
  for (const address of ['/operator/', review, merge, '/operator/merges/new', '/operator/guess-locks']) {
    await op.goto(address ?? '')
    await op.getByRole('heading', { level: 1 }).waitFor()
    await isAccessible(op)
    expect(await op.evaluate('document.documentElement.scrollWidth')).toBe(320)
  }
}, 60_000)

test('no page has complained', () => {
  expect(complaints).toEqual([])
})

/** Two learners who may be one as far as their NPIs go, since one has none. */
async function twoLearners(): Promise<{ mergedId: string; survivorId: string }> {
  const database = new Client({ connectionString: platform.learnersDatabaseUrl })
  await database.connect()
  const { rows } = await database.query<{ mergedId: string; survivorId: string }>(
    `select one.learner_id as "mergedId", other.learner_id as "survivorId"
     from learner one join learner other on other.npi is not null where one.npi is null limit 1`,
  )
  await database.end()
  if (!rows[0]) throw new Error('Everybody on file has an NPI.')
  return rows[0]
}
