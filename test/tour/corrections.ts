import { join } from 'node:path'
import type { Tour } from './tour.js'

/** Ada sends the first file again, and corrects its rows in place. */
export function tellOfCorrections(tour: Tour): void {
  test('the same file once more is recognized', async () => {
    await tour.link('Upload').click()
    await tour.page.locator('input[type=file]').setInputFiles(join(tour.platform.dataDir, 'sent.xlsx'))
    await tour.page.getByText(/has given permission/).click()
    await tour.button('Send the file').click()
    await tour.sees('This very file was sent before')
    await tour.link('Open the earlier batch').click()
    await tour.sees(/84 rows to correct/)
  }, 60_000)

  test('she corrects rows in place: a proposal is one key away, a reload loses nothing, and what is recorded is off the list', async () => {
    await tour.link('Correct them here').click()
    await tour.heading('Correct rows').waitFor()
    await tour.isAccessible()
    await tour.link(/^Number of CME Credits cannot be read/).click()
    await tour.heading('Correct rows').waitFor()
    const off = tour.page.getByRole('listitem').filter({ hasText: 'Hope Dow' }).getByLabel('Number of CME Credits')
    await tour.page.getByText('All reasons').nth(1).waitFor({ state: 'detached' })
    await tour.page.locator('[data-off] input:focus').first().waitFor()
    await off.focus()
    await tour.page.keyboard.press('Alt+Enter')
    expect(await off.inputValue()).toBe('1')
    expect(await off.evaluate((field) => field.matches(':focus'))).toBe(false)
    await tour.page.reload()
    await tour.sees('1 row to send.')
    expect(await off.inputValue()).toBe('1')
    await tour.button('Send 1 row again').click()
    await tour.sees('1 row recorded.')
    await off.waitFor({ state: 'detached' })
    await tour.sees(/83 rows to correct, 1 corrected/)
    await tour.link('Back to the batch').click()
    await tour.sees('1 row corrected and recorded since')
    await tour.link(/^Correction of/).click()
    await tour.heading('Corrections of sent.xlsx').waitFor()
    await tour.sees(/^These rows correct sent.xlsx/)
    await tour.isAccessible()
  }, 60_000)
}
