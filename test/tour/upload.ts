import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tour } from './tour.js'

/** Ada sends the sample, and corrects what was wrong in it. */
export function tellOfUploads(tour: Tour): void {
  test('the first page leads to the Provider Portal, where Ada signs in', async () => {
    await tour.page.goto('/')
    await tour.isAccessible()
    await tour.link(/Provider Portal/).click()
    await tour.heading('Sign in to the Provider Portal').waitFor()
    await tour.isAccessible()
    await tour.link('Sign in').click()
    await tour.button(/Ada Reyes/).click()
    await tour.heading('Northern Light Institute for Medical Education').waitFor()
    await tour.isAccessible()
  }, 60_000)

  test('she downloads the sample and sends it; the page shows how far it is, and what became of it', async () => {
    await tour.link('Upload').click()
    await tour.heading('Upload learners').waitFor()
    await tour.isAccessible()
    const [download] = await Promise.all([
      tour.page.waitForEvent('download'),
      tour.link(/Sample with 500 rows/).click(),
    ])
    const path = join(tour.platform.dataDir, 'sent.xlsx')
    await download.saveAs(path)
    await tour.page.locator('input[type=file]').setInputFiles(path)
    await tour.page.getByText(/has given permission/).click()
    await tour.button('Send the file').click()
    await tour.sees(/84 rows to correct/)
    await tour.sees('500 rows')
    for (const [label, count] of [
      ['To correct', 84],
      ['Recorded', 412],
      ['Recorded with a warning', 48],
      ['Already there', 4],
    ]) {
      await tour.page.getByRole('link', { name: new RegExp(`^${label}\\W*${count}$`) }).waitFor()
    }
  }, 90_000)

  test('each row to correct says what is wrong, and the file of them can be downloaded', async () => {
    await tour.link(/^To correct/).click()
    await tour.page.waitForURL(/outcome=REJECTED/)
    await tour.sees('No licensed physician fits these details.')
    await tour.sees(/Check the spelling of both names/)
    await tour.isAccessible()
    const [download] = await Promise.all([tour.page.waitForEvent('download'), tour.link(/Rows to correct/).click()])
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK')
  }, 60_000)
}
