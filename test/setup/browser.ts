import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** The screen of most, without movement: what is looked at does not change its colour meanwhile. */
export const desktop = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' as const }

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
