import { violationsOf } from '../setup/accessible.js'
import type { Tour } from './tour.js'

/** The pages of a physician on a phone. */
export function tellOfPhones(tour: Tour): void {
  test('every page of the tour fits a phone, light and dark', async () => {
    await tour.becomes(/Dee Marchetti/)
    await tour.heading('My credit').waitFor()
    await tour.page.setViewportSize({ width: 320, height: 640 })
    for (const path of [
      '/passport/',
      '/passport/transcripts',
      '/passport/details',
      '/passport/missing-credit/ask',
      '/sign-in',
      '/',
    ]) {
      await tour.page.goto(path)
      await tour.page.getByRole('heading', { level: 1 }).waitFor()
      const width = await tour.page.evaluate<number>('document.documentElement.scrollWidth')
      expect([path, width]).toEqual([path, 320])
      await tour.isAccessible()
      // Colours are all that differs in the dark.
      await tour.page.emulateMedia({ colorScheme: 'dark' })
      expect(await violationsOf(tour.page, ['color-contrast'])).toEqual([])
      await tour.page.emulateMedia({ colorScheme: 'light' })
    }
  }, 120_000)
}
