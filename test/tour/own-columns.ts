import ExcelJS from 'exceljs'
import type { Tour } from './tour.js'

/** Ada sends a file with columns of her own. */
export function tellOfOwnColumns(tour: Tour): void {
  test('a file of her learning system is looked at, checked and reported, and its columns are remembered', async () => {
    const names = [
      'Event ID',
      'Clinician',
      'First',
      'DOB',
      'Date Completed',
      'License State',
      'License #',
      'Credits',
      'Phone',
    ]
    const [first, second] = [await fromHerSystem(tour, names), await fromHerSystem(tour, names.toReversed())]
    await sends(tour, 'lms.csv', first)
    await tour.sees(/The file lacks Last Name/)
    await tour.sees('Day first: 03/04/2026 is April 3')
    await tour.sees(/^Phone: choose what they are|Phone.*go on without them/)
    await tour.isAccessible()
    const surname = tour.page.getByRole('combobox', { name: 'Clinician is read as' })
    await surname.click()
    await surname.fill('Last')
    await tour.page.getByRole('option', { name: /^Last Name/ }).click()
    await tour.page.getByText(/The file lacks/).waitFor({ state: 'detached' })
    await tour.button('Check without recording').click()
    await tour.sees('This was a dry run')
    await tour.page.getByRole('link', { name: /^Already there\W*3$/ }).waitFor()
    await tour.isAccessible()
    await tour.page.getByRole('button', { name: 'Report', exact: true }).click()
    await tour.page.getByText('This was a dry run').waitFor({ state: 'detached' })
    await tour.page.getByRole('link', { name: /^Already there\W*3$/ }).waitFor()

    await sends(tour, `${'again'.repeat(30)}.csv`, second)
    await tour.sees('Columns as you had them before')
    expect(await tour.page.getByText(/The file lacks/).count()).toBe(0)
    await tour.isAccessible()
    await tour.button('Forget this').click()
    await tour.sees(/The file lacks Last Name/)
    await tour.button('Cancel').click()
    await tour.sees('Nothing was recorded.')
  }, 90_000)
}

/** Three rows that were recorded, as her learning system writes them: other names, and the day before the month. */
async function fromHerSystem({ page }: Tour, names: readonly string[]): Promise<Buffer> {
  const batchId = /batches\/([0-9a-f-]+)/.exec(page.url())?.[1]
  const result = await page.request.get(`/uploads/${batchId}/result?form=xlsx`)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await result.body()) as unknown as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  const header = (sheet?.getRow(2).values ?? []) as string[]
  const rows = (sheet?.getRows(3, 200) ?? []).map((row) => (name: string) => row.getCell(header.indexOf(name)).value)
  const plain = rows.filter((cell) => cell('Outcome') === 'ACCEPTED' && !cell('Certifying Board'))
  const dayFirst = (text: string) => text.split('/').reverse().join('/')
  const lines = plain.slice(0, 3).map((cell) => {
    const [year, month, day] = (cell('Completion Date') as Date).toISOString().slice(0, 10).split('-')
    const values: Record<string, unknown> = {
      First: cell('First Name'),
      Clinician: cell('Last Name'),
      DOB: dayFirst(String(cell('Date of Birth'))),
      'Date Completed': `${day}/${month}/${year}`,
      'License State': cell('Licensing State'),
      'License #': cell('Licensing ID or NPI') ?? '',
      'Event ID': cell('ACCME Activity ID'),
      Credits: cell('Number of CME Credits'),
      Phone: '207-555-0101',
    }
    return names.map((name) => values[name]).join(';')
  })
  return Buffer.from([names.join(';'), ...lines].join('\n'))
}

async function sends(tour: Tour, name: string, buffer: Buffer): Promise<void> {
  await tour.link('Upload').click()
  await tour.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await tour.page.getByText(/has given permission/).click()
  await tour.button('Send the file').click()
  await tour.heading(name).waitFor()
  await tour.sees('What the columns are taken for')
}
