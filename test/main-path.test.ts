import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeSampleWorkbook } from '../scripts/seed/sample-file/sample-workbook.js'
import { learnerForm } from '../subgraphs/credits/batch/columns.js'
import { centralDay } from '../subgraphs/reference/central-day.js'
import { readWorkbook } from '../subgraphs/shared/workbook/read-workbook.js'
import type { BatchNews, Person } from './setup/person.js'
import { type Platform, startAsSeparateProcesses, startOnDemonstration } from './setup/platform.js'

const today = centralDay(new Date())
const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`

interface Row {
  rowNumber: number
  outcome: string
  issues: { code: string }[]
  completion: { completionId: string } | null
}

/** Every row of a batch, page by page. */
async function allRows(person: Person, batchId: string): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  do {
    const {
      batch,
    }: { batch: { rows: { edges: { node: Row }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
      await person.asks(
        `query ($id: ID!, $after: String) { batch(batchId: $id) { rows(first: 100, after: $after) {
        edges { node { rowNumber outcome issues { code } completion { completionId } } } pageInfo { hasNextPage endCursor } } } }`,
        { id: batchId, after },
      )
    rows.push(...batch.rows.edges.map(({ node }) => node))
    after = batch.rows.pageInfo.hasNextPage ? batch.rows.pageInfo.endCursor : null
  } while (after)
  return rows
}

/** What a provider has reported from files, without the ids of the records. */
async function reported(person: Person): Promise<string[]> {
  const records: string[] = []
  let after: string | null = null
  do {
    const {
      submissions,
    }: {
      submissions: { edges: { node: { source: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
    } = await person.asks(
      `query ($after: String) { submissions(first: 100, after: $after) { edges { node {
        nameAsSubmitted source completedOn activity { activityId } cme { credits } moc { points board { code } } } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    )
    const fromFiles = submissions.edges.map(({ node }) => node).filter(({ source }) => source === 'FILE')
    records.push(...fromFiles.map((node) => JSON.stringify(node)))
    after = fromFiles.length && submissions.pageInfo.hasNextPage ? submissions.pageInfo.endCursor : null
  } while (after)
  return records.toSorted()
}

describe.each([
  ['started by one command', startOnDemonstration],
  ['as separate processes', startAsSeparateProcesses],
])('a provider’s spreadsheet becomes credit on an official transcript, %s', (_, start) => {
  let platform: Platform
  let folder: string
  let sample: Buffer<ArrayBuffer>
  let batch: BatchNews
  const seen: BatchNews[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'creditgraph-story-'))
    await writeSampleWorkbook(join(folder, 'learners.xlsx'), today)
    sample = Buffer.from(await readFile(join(folder, 'learners.xlsx')))
    platform = await start()
  }, 180_000)

  afterAll(async () => {
    await platform?.stop()
    await rm(folder, { recursive: true })
  }, 60_000)

  test('Ada sends the file and follows it to its end', async () => {
    const ada = await platform.as('ada')
    const sent = await ada.uploads(sample)
    expect(sent.state).toBe('STORED')
    batch = await ada.waitsFor(sent.batchId, (news) => seen.push(news))
    expect(batch).toMatchObject({ state: 'DONE', totalRows: 500, appliedRows: 500 })
    const { accepted, rejected, duplicate } = batch.counts
    expect(accepted + rejected + duplicate).toBe(500)
  }, 60_000)

  test('each of the 500 rows ends as written down beside the file', async () => {
    const rows = await allRows(await platform.as('ada'), batch.batchId)
    const expected = (await readFile('test/fixtures/learner-credit-500.expected.csv', 'utf8'))
      .trim()
      .split('\n')
      .slice(1)
    const actual = rows.map(({ rowNumber, outcome, issues }) =>
      [
        rowNumber,
        outcome,
        issues
          .map(({ code }) => code)
          .toSorted()
          .join(';'),
      ].join(','),
    )
    expect(actual).toEqual(
      expected.map((line) => {
        const [rowNumber, outcome, codes = ''] = line.split(',')
        return [rowNumber, outcome, codes.split(';').toSorted().join(';')].join(',')
      }),
    )
  })

  test('the same file again adds nothing (B06)', async () => {
    const ada = await platform.as('ada')
    const again = await ada.uploads(sample, 'again.xlsx')
    expect(again).toMatchObject({ state: 'REFUSED', duplicateOf: batch.batchId, refusal: { code: 'FILE_DUPLICATE' } })
  })

  test('Ada downloads the result in the layout of the upload, and sending it back changes nothing', async () => {
    const ada = await platform.as('ada')
    const path = join(folder, 'result.xlsx')
    const result = await ada.downloads(batch.resultAddress ?? '')
    await writeFile(path, result)
    const rowNumbers: number[] = []
    for await (const { rowNumber } of readWorkbook(path, learnerForm)) rowNumbers.push(rowNumber)
    expect(rowNumbers).toHaveLength(500)

    const before = await reported(ada)
    const { batchId } = await ada.uploads(result, 'result.xlsx')
    expect(await ada.waitsFor(batchId)).toMatchObject({ state: 'DONE', totalRows: 500 })
    expect(await reported(ada)).toEqual(before)
  }, 60_000)

  test('Ada downloads only the rows to correct', async () => {
    const ada = await platform.as('ada')
    const path = join(folder, 'failed.xlsx')
    await writeFile(path, await ada.downloads(`${batch.resultAddress}?rows=failed`))
    let rows = 0
    for await (const _ of readWorkbook(path, learnerForm)) rows += 1
    expect(rows).toBe(batch.counts.rejected)
  })

  test('Bo sees nothing of it (V03)', async () => {
    const bo = await platform.as('bo')
    await expect(bo.opens(batch.batchId)).rejects.toThrow('NOT_FOUND')
    await expect(bo.downloads(batch.resultAddress ?? '')).rejects.toThrow('404')
    const { batches } = await bo.asks<{ batches: { edges: unknown[] } }>('{ batches { edges { node { batchId } } } }')
    expect(batches.edges).toEqual([])
    const { submissions } = await bo.asks<{ submissions: { edges: { node: { provider: { providerId: string } } }[] } }>(
      '{ submissions(first: 100) { edges { node { provider { providerId } } } } }',
    )
    expect(new Set(submissions.edges.map(({ node }) => node.provider.providerId))).toEqual(new Set(['0004121']))
  })

  test('Dee sees the new credit and publishes a transcript that anybody can verify (P08)', async () => {
    const dee = await platform.as('dee')
    const { viewer } = await dee.asks<{
      viewer: { learner: { completions: { edges: { node: { provider: { providerId: string }; source: string } }[] } } }
    }>(
      '{ viewer { learner { completions(first: 100) { edges { node { source provider { providerId } activity { title } cme { credits status } moc { points status } } } } } } }',
    )
    expect(viewer.learner.completions.edges.map(({ node }) => node)).toContainEqual(
      expect.objectContaining({ source: 'FILE', provider: { providerId: '0008273' } }),
    )
    const { publishTranscript: transcript } = await dee.asks<{
      publishTranscript: { pdfAddress: string; jsonAddress: string; verificationCode: string; hash: string }
    }>(
      'mutation ($from: Date!, $to: Date!) { publishTranscript(from: $from, to: $to) { pdfAddress jsonAddress verificationCode hash } }',
      { from: yearAgo, to: today },
    )
    expect((await dee.downloads(transcript.pdfAddress)).subarray(0, 5).toString()).toBe('%PDF-')
    expect(JSON.parse((await dee.downloads(transcript.jsonAddress)).toString())).toMatchObject({
      hash: transcript.hash,
    })
    const verified = await platform.nobody.fetches(`/verify/${transcript.verificationCode}.json`)
    expect(await verified.json()).toMatchObject({ valid: true, hash: transcript.hash })
    await expect((await platform.as('bo')).downloads(transcript.pdfAddress)).rejects.toThrow('404')
  })

  test('Cy sees it for a licensee of the board, month by month (V01)', async () => {
    const cy = await platform.as('cy')
    const { boardDashboard } = await cy.asks<{
      boardDashboard: {
        credits: number
        byMonth: { credits: number }[]
        recent: { edges: { node: { learner: { familyName: string }; cme: object; moc: object[] } }[] }
      }
    }>(
      `query ($from: Date!, $to: Date!) { boardDashboard(from: $from, to: $to) { credits byMonth { month credits }
        recent(first: 100) { edges { node { learner { familyName } cme { credits } moc { points } } } } } }`,
      { from: yearAgo, to: today },
    )
    expect(boardDashboard.byMonth.reduce((sum, { credits }) => sum + credits, 0)).toBe(boardDashboard.credits)
    expect(boardDashboard.recent.edges.every(({ node }) => node.learner && node.cme && node.moc.length === 0)).toBe(
      true,
    )
    const { licensees } = await cy.asks<{ licensees: { edges: { node: { creditSummary: { credits: number } } }[] } }>(
      `query ($from: Date!, $to: Date!) { licensees(search: "Marchetti") { edges { node { creditSummary(from: $from, to: $to) { credits } } } } }`,
      { from: yearAgo, to: today },
    )
    expect(licensees.edges[0]?.node.creditSummary.credits).toBeGreaterThan(0)
  })

  test('Cam decides on points, and Dee reads the decision', async () => {
    const cam = await platform.as('cam')
    const { pendingMoc } = await cam.asks<{ pendingMoc: { edges: { node: { moc: { partId: string } } }[] } }>(
      '{ pendingMoc(first: 100) { edges { node { moc { partId } completion { learner { familyName } activity { title } } } } } }',
    )
    const partId = pendingMoc.edges[0]?.node.moc.partId
    const decide = (decision: string, reason: string | null) =>
      cam.asks(
        'mutation ($id: ID!, $decision: BoardDecision!, $reason: String) { decideMoc(partId: $id, decision: $decision, reason: $reason) { status reason } }',
        {
          id: partId,
          decision,
          reason,
        },
      )
    await expect(decide('REJECTED', null)).rejects.toThrow('BAD_USER_INPUT')
    expect(await decide('ACCEPTED', null)).toEqual({ decideMoc: { status: 'ACCEPTED', reason: null } })
    expect(await decide('ACCEPTED', null)).toEqual({ decideMoc: { status: 'ACCEPTED', reason: null } })
    await expect(decide('REJECTED', 'Too late.')).rejects.toThrow('CONFLICT')
  })

  test('an entry by web service takes the same path, and may be tried first', async () => {
    const ada = await platform.as('ada')
    const input = {
      activityId: '200000003',
      completedOn: today,
      givenName: 'Deirdre',
      familyName: 'Marchetti',
      birthMonth: 9,
      birthDay: 10,
      licensingState: 'ME',
      licenseOrNpi: '1234567893',
      credits: 0.25,
      learnerPermission: true,
    }
    const submit = async (dryRun: boolean) => {
      const { submitCompletion } = await ada.asks<{
        submitCompletion: { row: { outcome: string }; batch: { source: string } | null }
      }>(
        `mutation ($input: CompletionInput!, $dryRun: Boolean!) { submitCompletion(input: $input, dryRun: $dryRun) { row { outcome issues { code message } } batch { source } } }`,
        { input, dryRun },
      )
      return [submitCompletion.row.outcome, submitCompletion.batch?.source]
    }
    expect(await submit(true)).toEqual(['ACCEPTED', undefined])
    expect(await submit(false)).toEqual(['ACCEPTED', 'API'])
    expect(await submit(false)).toEqual(['DUPLICATE', 'API'])
  })

  test('a subgraph refuses whoever has no token made for it (I-15)', async () => {
    for (const url of Object.values(platform.subgraphUrls)) {
      const answer = await fetch(url, { method: 'POST', body: 'not even JSON' })
      expect([answer.status, await answer.json()]).toEqual([
        401,
        { errors: [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })] },
      ])
    }
  })

  test('nobody without a session gets anything', async () => {
    const { nobody } = platform
    await expect(nobody.asks('{ batches { edges { node { batchId } } } }')).rejects.toThrow('UNAUTHENTICATED')
    expect(await nobody.asks('{ viewer { displayName } }')).toEqual({ viewer: null })
  })
})
