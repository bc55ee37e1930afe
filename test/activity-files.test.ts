import { setTimeout as sleep } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { aRow, csvOf } from '../subgraphs/providers/intake/testing/sample-rows.js'
import type { Person } from './setup/person.js'
import { type Platform, startAsSeparateProcesses } from './setup/platform.js'

let platform: Platform
let ada: Person
let bo: Person
beforeAll(async () => {
  platform = await startAsSeparateProcesses()
  ada = await platform.as('ada')
  bo = await platform.as('bo')
}, 240_000)
afterAll(() => platform?.stop())

interface Ticket {
  createActivityUpload: { batch: { batchId: string }; address: string }
}
interface News {
  activityBatch: {
    state: string
    counts: { accepted: number; rejected: number; duplicate: number }
    resultAddress: string
  }
}

async function announces(who: Person, input: object = {}) {
  const { createActivityUpload } = await who.asks<Ticket>(
    'mutation ($input: ActivityUploadInput!) { createActivityUpload(input: $input) { batch { batchId } address } }',
    { input: { fileName: 'activities.csv', ...input } },
  )
  return { batchId: createActivityUpload.batch.batchId, address: createActivityUpload.address }
}

async function isDone(who: Person, batchId: string): Promise<News['activityBatch']> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { activityBatch } = await who.asks<News>(
      'query ($id: ID!) { activityBatch(batchId: $id) { state counts { accepted rejected duplicate } resultAddress } }',
      { id: batchId },
    )
    if (['DONE', 'REFUSED', 'CANCELLED'].includes(activityBatch.state)) return activityBatch
    await sleep(100)
  }
  throw new Error('The file did not come to rest.')
}

test('Ada sends a file of activities, corrects what was wrong in its result, and sends that back', async () => {
  const { batchId, address } = await announces(ada)
  expect(address).toMatch(/^\/uploads\/activities-/)
  const body = csvOf(aRow('STORY-1'), aRow('STORY-2', { Country: 'US' }))
  expect(await (await ada.fetches(address, { method: 'PUT', body })).json()).toMatchObject({ batchId, state: 'STORED' })
  const news = await isDone(ada, batchId)
  expect(news).toMatchObject({ state: 'DONE', counts: { accepted: 1, rejected: 1, duplicate: 0 } })

  const result = (await ada.downloads(news.resultAddress)).toString()
  const corrected = result.replace(',US,', ',USA,')
  expect(corrected).not.toBe(result)
  const again = await announces(ada)
  await ada.fetches(again.address, { method: 'PUT', body: corrected })
  expect((await isDone(ada, again.batchId)).counts).toEqual({ accepted: 1, rejected: 0, duplicate: 1 })
})

test('nobody but its provider finds it', async () => {
  const { batchId, address } = await announces(ada)
  expect((await bo.fetches(address, { method: 'PUT', body: 'Title\nx' })).status).toBe(404)
  expect((await platform.nobody.fetches(address, { method: 'PUT', body: 'Title\nx' })).status).toBe(401)
  expect((await ada.fetches(`/uploads/${batchId}`, { method: 'PUT', body: 'Title\nx' })).status).toBe(404)
  expect((await bo.fetches(`${address}/result`)).status).toBe(404)
  expect((await ada.fetches(`${address}/result`)).status).toBe(403)
})

test.each([
  ['activities-cme', 36],
  ['activities-cme-moc', 57],
  ['activities-learner-counts', 5],
])('anybody downloads the template %s, which a spreadsheet program opens', async (name, columns) => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await platform.nobody.downloads(`/templates/${name}.xlsx`)).buffer)
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Sheet1', 'ValidValues'])
  expect(workbook.worksheets[0]?.getRow(2).cellCount).toBe(columns)
  expect((await platform.nobody.fetches('/templates/activities-nothing.xlsx')).status).toBe(404)
})
