import { readFile } from 'node:fs/promises'
import type { Tour } from './tour.js'

/** One learner’s credit, from the form to everybody whom it concerns. */
export function tellOfCredit(tour: Tour): void {
  test('one learner by form: it says while she types whether he would be matched', async () => {
    await tour.link('Enter a learner').click()
    await tour.page.getByRole('combobox', { name: 'Activity' }).fill('Grand Rounds in Internal')
    await tour.page
      .getByRole('option', { name: /Grand Rounds in Internal Medicine/ })
      .first()
      .click()
    await tour.typesToday('Completion date')
    await tour.page.getByLabel('First name').fill('Deirdre')
    await tour.page.getByLabel('Last name').fill('Marchetti')
    await tour.page.getByLabel('Month and day of birth').fill('09/10')
    await tour.page.getByRole('combobox', { name: 'Licensing state' }).fill('me')
    await tour.page.keyboard.press('Tab')
    await tour.page.getByLabel('CME credits').fill('0.5')
    await tour.page.getByText(/The learner has given permission/).click()
    await tour.sees('Would be accepted')
    await tour.isAccessible()
    await tour.button('Submit').click()
    await tour.sees(/Recorded/)
  }, 60_000)

  test('Dee sees in Passport what Ada has reported, and publishes a transcript that anybody can verify', async () => {
    await tour.becomes(/Dee Marchetti/)
    await tour.heading('My credit').waitFor()
    await tour.sees('Northern Light Institute for Medical Education')
    await tour.isAccessible()
    await tour.link('Get a transcript').click()
    await tour.button('Publish').click()
    const [pdf] = await Promise.all([tour.page.waitForEvent('download'), tour.link('PDF').click()])
    expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-')
    await tour.isAccessible()
    await tour.link('Verify').click()
    await tour.sees('Deirdre')
    await tour.isAccessible()
  }, 90_000)

  test('Cy sees it for a licensee, month by month', async () => {
    await tour.becomes(/Cy Okafor/)
    await tour.heading('Maine Board of Licensure in Medicine').waitFor()
    await tour.sees(/^Sums as of \d+:\d\d:\d\d [AP]M\.$/)
    await tour.button('Figures as a table').click()
    await tour.page
      .getByRole('row', { name: new RegExp(new Date().toLocaleString('en-US', { month: 'short' })) })
      .first()
      .waitFor()
    await tour.isAccessible()
    await tour.link('Licensees').click()
    await tour.page.getByRole('searchbox').fill('Marchetti')
    await tour.link(/Marchetti/).click()
    await tour.heading(/Marchetti/).waitFor()
    await tour.sees('MD23456')
    await tour.isAccessible()
  }, 60_000)

  test('Cam decides on the points that the file claimed', async () => {
    await tour.becomes(/Cam Whitfield/)
    await tour.heading('Decisions').waitFor()
    await tour.isAccessible()
    await tour.button(/Accept/).click()
    await tour.sees(/Accepted/)
  }, 60_000)

  test('Bo sees none of it', async () => {
    await tour.becomes(/Bo Lindqvist/)
    await tour.heading('Cascade Regional Hospital CME Office').waitFor()
    await tour.link('Batches').click()
    await tour.sees('Nothing was sent yet')
  }, 60_000)

  test('whoever opens the app of somebody else is told so', async () => {
    await tour.page.goto('/passport/')
    await tour.sees(/Bo Lindqvist/)
    await tour.isAccessible()
  }, 60_000)
}
