import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { InternalTokenIssuer, internalTokenHeader } from '../subgraphs/shared/security/internal-token.js'
import { loadSigningKey } from '../subgraphs/shared/security/keys.js'
import { violationsOf } from './setup/accessible.js'
import { desktop, openBrowser } from './setup/browser.js'
import { type Platform, startOnDemonstration } from './setup/platform.js'

/** Quinn’s first hour as a partner, in a real browser. Each test goes on where the one before ended. */
let platform: Platform
let browser: Browser
let context: BrowserContext
let page: Page
let invitation: string
let key: string
const complaints: string[] = []

beforeAll(async () => {
  platform = await startOnDemonstration({ sandbox: true })
  browser = await openBrowser()
  ;({ context, page } = await opens())
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await platform?.stop()
}, 60_000)

async function opens() {
  const own = await browser.newContext({ baseURL: platform.url, ...desktop })
  const first = await own.newPage()
  first.setDefaultTimeout(20_000)
  first.on('pageerror', (error) => complaints.push(error.message))
  first.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  return { context: own, page: first }
}

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const button = (name: string | RegExp) => page.getByRole('button', { name }).first()
const field = (name: string) => page.getByRole('textbox', { name })

async function isAccessible(): Promise<void> {
  expect(await violationsOf(page)).toEqual([])
}

test('Quinn asks for an account, and an operator accepts her', async () => {
  await page.goto('/partner/ask')
  await field('Your name').fill('Quinn Abara')
  await field('Organization').fill('Credit Tracker Inc.')
  await field('E-mail address').fill('quinn@example.org')
  await field('What do you want to build?').fill('Show physicians the credit that they have.')
  await isAccessible()
  await button('Send the request').click()
  await page.getByText('Your request has arrived.').waitFor()

  const op = await opens()
  await op.page.goto('/sign-in?to=/operator/partners')
  await op.page.getByRole('button', { name: /Op Sorensen/ }).click()
  await op.page.getByRole('button', { name: 'Accept Credit Tracker Inc.' }).click()
  invitation = (await op.page.getByText(/\/partner\/welcome#/).textContent()) ?? ''
  expect(await violationsOf(op.page)).toEqual([])
  await op.context.close()
}, 60_000)

test('the invitation signs her in, and she makes a key to the sandbox that is shown once', async () => {
  await page.goto(invitation)
  await button('Sign in').click()
  await heading('Keys').waitFor()
  await page.getByText('No key yet').waitFor()
  await page.getByRole('link', { name: 'Make a key' }).click()
  await field('What is it for?').fill('Credit Tracker')
  await isAccessible()
  await button('Make the key').click()
  await heading('Your new key').waitFor()
  key = (await page.getByText(/^cgs_[0-9a-f]{16}\./).textContent()) ?? ''
  await isAccessible()
}, 60_000)

test('she registers an operation, told before what it costs, and tries it in the sandbox', async () => {
  await page.getByRole('link', { name: 'Go on to operations' }).click()
  await page.getByRole('link', { name: 'Register', exact: true }).click()
  await field('Operation or manifest').fill('query Who { viewer { role provider { nam } } }')
  await button('Check').click()
  await page.getByText(/Cannot query field/).waitFor()
  const text = 'query Who { viewer { role provider { name } } }'
  await field('Operation or manifest').fill(text)
  await button('Check').click()
  await page.getByText('Can be registered').waitFor()
  await page.getByText('2 of 5,000').waitFor()
  await isAccessible()
  await button('Register').click()
  await page.getByRole('link', { name: 'Who' }).click()
  await button('Run in the sandbox').click()
  await page.getByText('"role": "PROVIDER_REPORTER"').waitFor()
  await isAccessible()
}, 60_000)

test('her program is answered with the key, by what real subgraphs do not trust', async () => {
  const response = await fetch(`${platform.url}/api/Who`, { headers: { authorization: `Bearer ${key}` } })
  expect(await response.json()).toMatchObject({ viewer: { role: 'PROVIDER_REPORTER' } })

  const forSandbox = new InternalTokenIssuer(await loadSigningKey(join(platform.dataDir, 'keys', 'sandbox'), 'gateway'))
  for (const [name, url] of Object.entries(platform.subgraphUrls)) {
    const asked = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [internalTokenHeader]: forSandbox.issue(name, undefined) },
      body: JSON.stringify({ query: '{ __typename }' }),
    })
    expect([name, asked.status]).toEqual([name, 401])
  }
}, 60_000)

test('what she revokes is refused, and every page fits a phone', async () => {
  await page.goto('/partner/')
  await button('Revoke Credit Tracker').click()
  await button('Revoke it').click()
  await page.getByText(/^Revoked /).waitFor()
  const response = await fetch(`${platform.url}/api/Who`, { headers: { authorization: `Bearer ${key}` } })
  expect(response.status).toBe(401)
  await page.setViewportSize({ width: 320, height: 700 })
  for (const path of ['', 'keys/new', 'operations', 'operations/Who', 'use', 'limits', 'changes']) {
    await page.goto(`/partner/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await isAccessible()
  }
  await context.close()
  // The browser itself complains of the one refusal that the story is about.
  expect(complaints.filter((complaint) => !complaint.includes('status of 422'))).toEqual([])
}, 60_000)
