import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { centralDay } from '../subgraphs/reference/central-day.js'
import { violationsOf } from './setup/accessible.js'
import { desktop, openBrowser } from './setup/browser.js'
import { type Platform, startInOneProcess } from './setup/platform.js'

/** Ada opens a check-in, Dee claims in a room without a network, and it becomes credit. Each test goes on from the one before. */
let platform: Platform
let browser: Browser
let ada: Page
let dee: Page
let activity: { activityId: string; title: string }
let typed = ''
const complaints: string[] = []

// Days of completion are Central days, also where this machine’s clock is elsewhere.
const central = { timezoneId: 'America/Chicago' }
const phone = { viewport: { width: 320, height: 700 }, reducedMotion: 'reduce' as const, hasTouch: true }

beforeAll(async () => {
  platform = await startInOneProcess()
  activity = await activityOfToday()
  browser = await openBrowser()
  ada = await opens({ ...desktop, ...central }, /Ada Reyes/)
  dee = await opens({ ...phone, ...central }, /Deirdre|Dee /)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await platform?.stop()
}, 60_000)

async function opens(options: object, name: RegExp): Promise<Page> {
  const context = await browser.newContext({ baseURL: platform.url, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto('/sign-in')
  await page.getByRole('button', { name }).first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** An activity of Ada’s that takes place today, awards credit, and is registered with the board that certifies Dee. */
async function activityOfToday() {
  const { activities } = await (await platform.as('ada')).asks<{
    activities: {
      edges: {
        node: {
          activityId: string
          title: string
          startsOn: string
          endsOn: string | null
          credits: number | null
          mocRegistrations: { board: { code: string } }[]
        }
      }[]
    }
  }>(`{ activities(first: 100, status: ACTIVE) { edges { node {
    activityId title startsOn endsOn credits mocRegistrations { board { code } }
  } } } }`)
  const today = centralDay(new Date())
  const found = activities.edges.find(
    ({ node }) =>
      node.startsOn <= today &&
      (!node.endsOn || today <= node.endsOn) &&
      (node.credits ?? 0) > 1 &&
      node.mocRegistrations.some(({ board }) => board.code === 'ABIM'),
  )
  if (!found) throw new Error('No activity of Ada’s takes place today.')
  return found.node
}

const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first()

async function isAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await violationsOf(page)).toEqual([])
  // Colours are all that differs in the dark.
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violationsOf(page, ['color-contrast'])).toEqual([])
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(overflow).toBe(0)
}

test('Ada opens a check-in to an activity of today', async () => {
  await ada.goto(`/provider/activities/${activity.activityId}`)
  await ada.getByRole('link', { name: 'Check-ins' }).click()
  await ada.getByLabel('Place').fill('Main hall')
  await ada.getByLabel('Credits offered').fill('1')
  await ada.getByLabel(/People expected/).fill('40')
  await isAccessible(ada)
  await button(ada, 'Open the check-in').click()
  await ada.getByRole('heading', { level: 1, name: 'Main hall' }).waitFor()
  await sees(ada, 'of 40 expected')
  await isAccessible(ada)
}, 60_000)

test('the screen in the room shows a code to scan and one to type', async () => {
  await ada.getByRole('link', { name: 'Show the code' }).click()
  await ada.getByRole('img', { name: 'QR code to check in' }).waitFor()
  await sees(ada, '0 people checked in')
  await isAccessible(ada)
  await ada.setViewportSize({ width: 320, height: 700 })
  await isAccessible(ada)
  await ada.setViewportSize(desktop.viewport)
  typed = (await ada.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).textContent()) ?? ''
}, 60_000)

test('Dee claims without a network, and it is kept on her phone', async () => {
  await dee.goto('/passport/check-in')
  await dee.getByRole('textbox', { name: 'Code' }).waitFor()
  await dee.context().setOffline(true)
  await dee.getByRole('textbox', { name: 'Code' }).fill('K7QF2')
  await dee.keyboard.press('Enter')
  await sees(dee, /A code has ten letters and digits/)
  await dee.getByRole('textbox', { name: 'Code' }).fill(typed.toLowerCase())
  await dee.keyboard.press('Enter')
  await sees(dee, 'Kept on this device')
  await button(dee, 'Claim what is offered').click()
  await sees(dee, /All the credit that is offered is claimed with it, and the points/)
  await isAccessible(dee)
}, 60_000)

test('it is sent by itself once there is a network, and is no credit yet', async () => {
  await dee.context().setOffline(false)
  await sees(dee, 'Not credit yet')
  await sees(dee, 'You have claimed 1 credit and 1 ABIM point. It counts once the provider has approved it')
  await sees(dee, /Each board then has to accept its points/)
  await isAccessible(dee)
  await dee.goto('/passport/')
  await sees(dee, '1 check-in not counted here')
  await isAccessible(dee)
  expect(await creditOfDee()).toEqual([])
}, 60_000)

test('an address that is opened again brings back the same claim and leaves no code behind', async () => {
  await dee.goto(`/passport/check-in#${typed}`)
  await sees(dee, 'Not credit yet')
  await dee.waitForURL(({ hash }) => hash === '')
  while (await dee.evaluate<boolean>('localStorage.getItem("creditgraph-check-ins") !== null')) await sleep(100)
  expect(await dee.getByText('Not credit yet').count()).toBe(1)
  const line = dee.waitForResponse(
    (response) => response.headers()['content-type']?.startsWith('text/event-stream') === true,
  )
  await dee.goto('/passport/')
  await line
  expect(await dee.getByText(activity.title).count()).toBe(0)
}, 60_000)

test('Ada sees who came and approves', async () => {
  await sees(ada, '1 person checked in')
  await ada.keyboard.press('Escape')
  await ada.getByRole('heading', { level: 1, name: 'Main hall' }).waitFor()
  await ada.getByRole('row', { name: /Marchetti.*1 ABIM point \(Medical Knowledge/ }).waitFor()
  await ada.getByText('Select all shown').click()
  await sees(ada, '1 claim selected')
  await isAccessible(ada)
  await button(ada, /^Approve/).click()
  await sees(ada, '1 claim approved and on record.')
  await ada.getByRole('row', { name: /Marchetti.*Approved/ }).waitFor()
}, 60_000)

test('the credit appears on Dee’s page by itself, as claimed', async () => {
  expect(await creditOfDee()).toEqual([{ source: 'CLAIM', credits: 1, moc: [{ board: { code: 'ABIM' }, points: 1 }] }])
  await dee.getByText(activity.title).first().waitFor()
  await dee.goto('/passport/check-in')
  await sees(dee, 'The provider has approved 1 credit and 1 ABIM point.')
}, 60_000)

test('with a network Dee sees the points that come with the credit, and lowers them', async () => {
  await dee.getByRole('textbox', { name: 'Code' }).fill(await codeOfAnother())
  await dee.keyboard.press('Enter')
  const points = dee.getByRole('textbox', { name: 'ABIM points' })
  await points.waitFor()
  expect(await points.inputValue()).toBe('2')
  await dee.getByRole('textbox', { name: 'Credits earned' }).fill('1.5')
  expect(await points.inputValue()).toBe('1.5')
  await points.fill('3')
  await sees(dee, 'Claim at most 1.5 ABIM points, in steps of 0.25, or switch them off.')
  expect(await button(dee, /^Claim credit for/).isDisabled()).toBe(true)
  await points.fill('1.25')
  await isAccessible(dee)
  await button(dee, /^Claim credit for/).click()
  await sees(dee, /You have claimed 1.5 credits and 1.25 ABIM points/)
}, 60_000)

test('a closed check-in shows no code any more', async () => {
  await button(ada, 'Close now').click()
  await button(ada, 'Close it').click()
  await sees(ada, 'The check-in is closed.')
  expect(await ada.getByRole('link', { name: 'Show the code' }).count()).toBe(0)
  expect(complaints).toEqual([])
}, 60_000)

/** The code of another check-in to the same activity, open now, for two credits. */
async function codeOfAnother(): Promise<string> {
  const [now, hour] = [Date.now(), 3_600_000]
  const input = {
    activityId: activity.activityId,
    completedOn: centralDay(new Date()),
    opensAt: new Date(now - hour).toISOString(),
    closesAt: new Date(now + hour).toISOString(),
    credits: 2,
    place: 'Room 2',
  }
  const { openCheckIn } = await (await platform.as('ada')).asks<{
    openCheckIn: { codes: { codes: { typed: string }[] } }
  }>('mutation ($input: CheckInInput!) { openCheckIn(input: $input) { codes(first: 1) { codes { typed } } } }', {
    input,
  })
  return openCheckIn.codes.codes[0]?.typed ?? ''
}

/** Dee’s credit of the activity, as far as she claimed it. */
async function creditOfDee() {
  const today = centralDay(new Date())
  const { viewer } = await (await platform.as('dee')).asks<{
    viewer: {
      learner: {
        completions: {
          edges: {
            node: {
              source: string
              activity: { activityId: string }
              cme: { credits: number } | null
              moc: { board: { code: string }; points: number }[]
            }
          }[]
        }
      }
    }
  }>(
    `query ($day: Date!) { viewer { learner { completions(first: 50, from: $day, to: $day) {
      edges { node { source activity { activityId } cme { credits } moc { board { code } points } } } } } } }`,
    { day: today },
  )
  return viewer.learner.completions.edges
    .filter(({ node }) => node.source === 'CLAIM' && node.activity.activityId === activity.activityId)
    .map(({ node }) => ({ source: node.source, credits: node.cme?.credits, moc: node.moc }))
}
