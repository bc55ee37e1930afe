import { readFile } from 'node:fs/promises'
import { desktop } from '../setup/browser.js'
import type { Tour } from './tour.js'

/** Credit that is missing, from the physician’s question to the operator. */
export function tellOfMissingCredit(tour: Tour): void {
  test('Dee asks for credit that is missing, and it waits apart from what counts', async () => {
    await tour.becomes(/Dee Marchetti/)
    await tour.link('Missing credit').click()
    await tour.heading('Missing credit').waitFor()
    await tour.isAccessible()
    await tour.link('Ask for missing credit').click()
    await tour.typesToday('Day of completion')
    await tour.page.getByRole('combobox', { name: 'Activity' }).fill('Pediatric Journal')
    await tour.page.getByRole('option', { name: /Pediatric Journal Club/ }).click()
    await tour.page.getByLabel('CME credits').fill('1')
    const picture = Buffer.from('89504e470d0a1a0a', 'hex')
    await tour.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'certificate.png', mimeType: 'image/png', buffer: picture })
    await tour.isAccessible()
    await tour.button('Ask the provider').click()
    await tour.heading('Pediatric Journal Club').waitFor()
    await tour.sees(/The provider has until/)
    await tour.isAccessible()
    const [certificate] = await Promise.all([tour.page.waitForEvent('download'), tour.link(/^Certificate/).click()])
    expect(await readFile(await certificate.path())).toEqual(picture)
    await tour.link('My credit').click()
    await tour.page
      .getByRole('table', { name: 'Requested, not confirmed' })
      .getByText('Pediatric Journal Club')
      .waitFor()
    await tour.isAccessible()
  }, 60_000)

  test('Ada confirms it in one press, and it is on Dee’s record', async () => {
    await tour.becomes(/Ada Reyes/)
    await tour.link('Answer them').click()
    await tour.heading('Missing credit').waitFor()
    await tour.isAccessible()
    const asked = tour.page.getByRole('row', { name: /Pediatric Journal Club/ })
    await asked.getByRole('button', { name: /^Confirm/ }).click()
    await tour.sees('The credit of Deirdre Marchetti is on record.')
    await asked.getByText('Confirmed', { exact: true }).waitFor()
    await tour.link('Choose the activity').click()
    await tour.page.getByRole('combobox', { name: 'Activity' }).fill('Opioid')
    await tour.page.getByRole('option', { name: /Opioid Stewardship Online/ }).click()
    await tour.sees(/^200000002 · /)
    await tour.button('Confirm the credit of Deirdre Marchetti').waitFor()
    await tour.isAccessible()
    await tour.link('Missing credit').click()
    await tour.link('Overdue').click()
    await tour.page
      .getByRole('row', { name: /Anesthesia Safety Workshop/ })
      .getByRole('link')
      .click()
    await tour.sees(/Our operators see it now/)
    await tour.button('Reject').click()
    await tour.page.getByRole('radio', { name: 'Something else' }).waitFor()
    await tour.isAccessible()
    await tour.button('Cancel').click()
    await tour.page.setViewportSize({ width: 320, height: 640 })
    await tour.isAccessible()
    expect(await tour.page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320)
    await tour.page.setViewportSize(desktop.viewport)
    await tour.becomes(/Dee Marchetti/)
    await tour.page.getByRole('table', { name: 'Entries' }).getByText('Pediatric Journal Club').first().waitFor()
  }, 60_000)

  test('Op sees what Ada’s organization has left unanswered', async () => {
    await tour.becomes(/Op Sorensen/)
    await tour.link('Remind or close').click()
    await tour.heading('Unanswered requests').waitFor()
    await tour.isAccessible()
    await tour.button(/^Remind Northern Light/).click()
    await tour.sees('Northern Light Institute for Medical Education is reminded.')
  }, 60_000)
}
