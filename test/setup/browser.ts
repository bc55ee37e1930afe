import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/google-chrome']

/** A headless browser: the machine’s own where it has one, else the one that comes with the packages. */
export async function openBrowser(): Promise<Browser> {
  const own = systemBrowsers.find((path) => existsSync(path))
  return playwright.launch({
    executablePath: own ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  })
}
