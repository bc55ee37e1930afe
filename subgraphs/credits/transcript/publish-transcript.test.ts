import type { MikroORM } from '@mikro-orm/postgresql'
import { type GraphQLSchema, graphql } from 'graphql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { Viewer, type ViewerClaims } from '../../reference/viewer.js'
import { Policies } from '../../shared/policy.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { decideParts } from '../board/decide-parts.js'
import { creditsOrm } from '../orm.js'
import type { ActivityFacts, Owners } from '../owners/owners.js'
import { buildCredits } from '../schema.js'
import { documentHash } from './document-hash.js'
import { type Earned, record, withdraw } from './testing/ledger.js'
import { readPdf } from './testing/read-pdf.js'
import type { Transcript } from './transcript.js'
import { transcriptJson, transcriptPdf, verifyTranscript } from './transcript-files.js'

const baseUrl = 'https://creditgraph.example'
const now = new Date('2026-11-23T02:10:00.000Z')
const [heartFailure, grandRounds, opioids] = ['200000001', '200000003', '200000002'] as const

let database: FreshDatabase
let orm: MikroORM
let schema: GraphQLSchema
let dee: ReturnType<typeof aPhysician>
let activityCalls: (readonly string[])[]

beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
  schema = await buildCredits()
})

afterAll(async () => {
  await orm.close()
  await database.drop()
})

beforeEach(() => {
  dee = aPhysician()
  activityCalls = []
})

describe('a transcript', () => {
  test('P01: lists accepted credit of the physician inside the period, the newest first', async () => {
    await dee.earns({ completedOn: '2025-12-31', credits: 1 })
    await dee.earns({ completedOn: '2026-01-01', credits: 2 })
    await dee.earns({ completedOn: '2026-06-30', credits: 3, activityId: grandRounds })
    await dee.earns({ completedOn: '2026-12-31', credits: 4 })
    await dee.earns({ completedOn: '2027-01-01', credits: 5 })
    await aPhysician().earns({ completedOn: '2026-06-30', credits: 6 })
    const { document } = await dee.downloads(await dee.publishes())
    expect(document.entries.map(({ completedOn, cme }) => [completedOn, cme?.credits])).toEqual([
      ['2026-12-31', 4],
      ['2026-06-30', 3],
      ['2026-01-01', 2],
    ])
  })

  test('P01: leaves out points that wait for a board, and points that it refused', async () => {
    const waiting = { board: 'ABIM', points: 7, status: 'PENDING' } as const
    await dee.earns({ completedOn: '2026-05-01', credits: 7, moc: waiting })
    await dee.earns({ completedOn: '2026-06-01', moc: waiting })
    const [refused] = await dee.earns({ completedOn: '2026-07-01', moc: waiting })
    await orm.em.fork().execute(`update live_credit set status = 'REJECTED' where part_id = ?::uuid`, [refused?.partId])
    const { document } = await dee.downloads(await dee.publishes())
    expect(document.entries).toMatchObject([{ completedOn: '2026-05-01', cme: { credits: 7 }, moc: [] }])
    expect(document.totals).toEqual({ credits: 7, pointsByBoard: [] })
  })

  test('L39: leaves out a deleted record', async () => {
    await dee.earns({ completedOn: '2026-05-01', credits: 1 })
    await withdraw(orm.em.fork(), await dee.earns({ completedOn: '2026-06-01', credits: 2 }))
    expect(await dee.publishes()).toMatchObject({ entryCount: 1, totals: { credits: 1 } })
  })

  test('P02: has CME and points of one completion on one entry, and no CME where there is none', async () => {
    const moc = {
      board: 'ABIM',
      points: 7,
      lines: [
        ['MK', 7],
        ['PS', 2.5],
      ],
    } satisfies Earned['moc']
    await dee.earns({ completedOn: '2026-06-01', moc })
    await dee.earns({ completedOn: '2026-06-30', credits: 7, moc })
    const { document } = await dee.downloads(await dee.publishes())
    const abim = {
      board: 'ABIM',
      boardName: 'American Board of Internal Medicine',
      points: 7,
      lines: [
        { creditType: 'MK', label: 'Medical Knowledge', points: 7 },
        { creditType: 'PS', label: 'Patient Safety', points: 2.5 },
      ],
    }
    const said = { activityTitle: 'Title of 200000001', providerName: 'Northern Light' }
    expect(document.entries).toEqual([
      { ...said, completedOn: '2026-06-30', cme: { credits: 7 }, moc: [abim] },
      { ...said, completedOn: '2026-06-01', cme: null, moc: [abim] },
    ])
  })

  test('P02, L42: says of CME credit that follows from points which board’s they are, on the entry of the points', async () => {
    const waiting = { board: 'ABIM', points: 7, status: 'PENDING' } as const
    const [part] = await dee.earns({ completedOn: '2026-06-01', moc: waiting })
    const answers = [{ partId: part?.partId ?? '', decision: 'ACCEPTED' as const }]
    await decideParts(orm.em.fork(), answers, { boardCode: 'ABIM', decidedBy: 'cam' })
    const { document } = await dee.downloads(await dee.publishes())
    expect(document.entries).toMatchObject([
      { completedOn: '2026-06-01', cme: { credits: 7, followsFrom: 'ABIM' }, moc: [{ board: 'ABIM', points: 7 }] },
    ])
    expect(document.totals).toMatchObject({ credits: 7, pointsByBoard: [{ board: 'ABIM', points: 7 }] })
  })

  test('P03: totals CME credits and the points of each board, never one with the other', async () => {
    await dee.earns({ completedOn: '2026-06-01', credits: 0.25, moc: { board: 'ABIM', points: 1.75 } })
    await dee.earns({ completedOn: '2026-06-02', credits: 10, moc: { board: 'ABIM', points: 0.5 } })
    await dee.earns({ completedOn: '2026-06-03', moc: { board: 'ABA', points: 6 } })
    const transcript = await dee.publishes()
    expect(transcript.totals).toEqual({
      credits: 10.25,
      pointsByBoard: [
        { board: { code: 'ABA' }, points: 6, pending: 0 },
        { board: { code: 'ABIM' }, points: 2.25, pending: 0 },
      ],
    })
    expect((await dee.downloads(transcript)).document.totals).toEqual({
      credits: 10.25,
      pointsByBoard: [
        { board: 'ABA', boardName: 'American Board of Anesthesiology', points: 6 },
        { board: 'ABIM', boardName: 'American Board of Internal Medicine', points: 2.25 },
      ],
    })
  })

  test('names the physician by what boards know, and never by the birthday (V05)', async () => {
    const { document } = await dee.downloads(await dee.publishes())
    expect(document.member).toEqual({
      givenName: 'Deirdre',
      middleName: 'Anne',
      familyName: 'Marchetti',
      suffix: null,
      degree: 'MD',
      npi: '1234567893',
      licenses: [
        { state: 'ME', board: 'ME-MD', boardName: 'Maine Board of Licensure in Medicine', licenseNumber: 'MD23456' },
      ],
      certifications: [{ board: 'ABIM', boardName: 'American Board of Internal Medicine', boardId: '219876' }],
    })
    expect(JSON.stringify(document)).not.toMatch(/birth/i)
  })

  test('asks for titles and provider names once, whatever its length', async () => {
    for (const [index, activityId] of [heartFailure, grandRounds, opioids, heartFailure].entries())
      await dee.earns({ completedOn: `2026-06-0${index + 1}`, credits: 1, activityId })
    await dee.publishes()
    expect(activityCalls.map((ids) => [...ids].sort())).toEqual([[heartFailure, opioids, grandRounds]])
  })

  test('of a period without credit is honest about it', async () => {
    const transcript = await dee.publishes()
    expect(transcript).toMatchObject({ entryCount: 0, totals: { credits: 0, pointsByBoard: [] } })
    const { pages } = await dee.prints(transcript)
    expect(pages[0]).toContain('No accredited credit was reported in this period.')
  })

  test('lists 5,000 completions and not one more', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      learnerId: dee.learnerId,
      activityId: String(300_000_000 + index),
      completedOn: '2026-06-30',
      credits: 0.25,
    }))
    await record(orm.em.fork(), ...many)
    // As autovacuum does after a load; without it the planner takes the table for empty.
    await orm.em.fork().execute('analyze live_credit')
    expect(await dee.publishes()).toMatchObject({ entryCount: 5_000, totals: { credits: 1_250 } })
    await dee.earns({ completedOn: '2026-07-01', credits: 1 })
    await expect(dee.publishes()).rejects.toMatchObject({
      message: expect.stringContaining('5,000'),
      extensions: { code: 'BAD_USER_INPUT', hint: 'Choose a shorter period.' },
    })
  })

  test('needs a period that makes sense', async () => {
    await expect(dee.publishes('2026-12-31', '2026-01-01')).rejects.toMatchObject(refused('BAD_USER_INPUT'))
    await expect(dee.publishes('1999-12-31', '2026-01-01')).rejects.toMatchObject(refused('BAD_USER_INPUT'))
  })
})

describe('P06: credit belongs to those who report it', () => {
  test.each<[string, ViewerClaims | undefined, string]>([
    [
      'a provider',
      { accountId: 'ada', displayName: 'Ada', role: 'PROVIDER_REPORTER', providerId: '0008273' },
      'FORBIDDEN',
    ],
    [
      'a licensing board',
      { accountId: 'cy', displayName: 'Cy', role: 'LICENSING_BOARD', boardCode: 'ME-MD' },
      'FORBIDDEN',
    ],
    [
      'a certifying board',
      { accountId: 'cam', displayName: 'Cam', role: 'CERTIFYING_BOARD', boardCode: 'ABIM' },
      'FORBIDDEN',
    ],
    ['the operator', { accountId: 'op', displayName: 'Op', role: 'OPERATOR' }, 'FORBIDDEN'],
    ['nobody', undefined, 'UNAUTHENTICATED'],
  ])('%s publishes no transcript, lists none and downloads none', async (_, claims, code) => {
    const { transcriptId } = await dee.publishes()
    const stranger = aPerson(claims)
    await expect(stranger.publishes()).rejects.toMatchObject(refused(code))
    await expect(stranger.lists()).rejects.toMatchObject(refused(code))
    const unseen = refused(claims ? 'NOT_FOUND' : 'UNAUTHENTICATED')
    await expect(stranger.downloads({ transcriptId })).rejects.toMatchObject(unseen)
    await expect(stranger.prints({ transcriptId })).rejects.toMatchObject(unseen)
  })

  test('another physician does not find the transcript', async () => {
    const { transcriptId } = await dee.publishes()
    const other = aPhysician()
    await expect(other.downloads({ transcriptId })).rejects.toMatchObject(refused('NOT_FOUND'))
    expect(await other.lists()).toMatchObject({ edges: [] })
  })

  test('publishing adds nothing to the ledger', async () => {
    await dee.earns({ completedOn: '2026-06-30', credits: 7 })
    const rows = async () =>
      orm.em.fork().execute(`select (select count(*) from completion) as completions,
        (select count(*) from credit_part) as parts, (select count(*) from part_decision) as decisions`)
    const before = await rows()
    await dee.publishes()
    expect(await rows()).toEqual(before)
  })
})

describe('P08: what was published can be checked', () => {
  test('the PDF carries date, page and a code that leads to the same hash', async () => {
    await dee.earns({ completedOn: '2026-06-30', credits: 7, moc: { board: 'ABIM', points: 7 } })
    const [page] = (await dee.prints(await dee.publishes())).pages
    expect(page).toContain('Published November 22, 2026')
    expect(page).toContain('Page 1 of 1')
    const code = /Verification code (\S+)/.exec(page ?? '')?.[1] ?? ''
    expect(page).toContain(`${baseUrl}/verify/${code}`)
    const hash = /SHA-256 ([0-9a-f]{64})/.exec(page ?? '')?.[1]
    expect(await verifyTranscript(orm.em.fork(), ` ${code.toLowerCase().replaceAll('-', ' ')}`)).toEqual({
      valid: true,
      publishedOn: '2026-11-22',
      physicianName: 'Deirdre Anne Marchetti, MD',
      from: '2026-01-01',
      to: '2026-12-31',
      entryCount: 1,
      credits: 7,
      pointsByBoard: [{ board: 'ABIM', boardName: 'American Board of Internal Medicine', points: 7 }],
      hash,
    })
  })

  test('the JSON carries document, hash and code, and the hash is that of the document', async () => {
    await dee.earns({ completedOn: '2026-06-30', credits: 7 })
    const transcript = await dee.publishes()
    const json = await dee.downloads(transcript)
    expect(json).toMatchObject({ hash: transcript.hash, verificationCode: transcript.verificationCode })
    expect(documentHash(JSON.parse(JSON.stringify(json.document)))).toBe(transcript.hash)
    expect(json.document).toMatchObject({ form: 1, publishedAt: now.toISOString() })
  })

  test('a code that nobody was given, or that is none, is not valid', async () => {
    expect(await verifyTranscript(orm.em.fork(), '00000-00000-00000-00000')).toBeNull()
    expect(await verifyTranscript(orm.em.fork(), 'hello')).toBeNull()
  })

  test('a document that was changed in the database neither verifies nor downloads', async () => {
    const transcript = await dee.publishes()
    await orm.em
      .fork()
      .execute(
        `update transcript set document = jsonb_set(document, '{totals,credits}', '99') where transcript_id = ?`,
        [transcript.transcriptId],
      )
    const altered = `The document of transcript ${transcript.transcriptId} does not match its hash.`
    await expect(verifyTranscript(orm.em.fork(), transcript.verificationCode)).rejects.toThrow(altered)
    await expect(dee.downloads(transcript)).rejects.toThrow(altered)
  })

  test('later changes leave a published transcript as it was', async () => {
    const parts = await dee.earns({ completedOn: '2026-06-30', credits: 7 })
    const transcript = await dee.publishes()
    await withdraw(orm.em.fork(), parts)
    expect((await dee.downloads(transcript)).document.entries).toHaveLength(1)
    expect((await dee.publishes()).entryCount).toBe(0)
  })
})

test('the list has the newest transcript first, page by page', async () => {
  const published: string[] = []
  for (const year of ['2024', '2025', '2026'])
    published.unshift((await dee.publishes(`${year}-01-01`, `${year}-12-31`)).transcriptId)
  const first = await dee.lists(2)
  const second = await dee.lists(2, first.pageInfo.endCursor)
  const listed = [...first.edges, ...second.edges].map(({ node }) => node)
  expect(listed.map(({ transcriptId }) => transcriptId)).toEqual(published)
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
  expect(listed[0]).toMatchObject({
    pdfAddress: `/transcripts/${published[0]}.pdf`,
    jsonAddress: `/transcripts/${published[0]}.json`,
  })
})

const refused = (code: string) => ({ extensions: { code } })

interface TranscriptPage {
  edges: { node: Transcript & { pdfAddress: string; jsonAddress: string } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

type Reference = Pick<Transcript, 'transcriptId'>

const fields = `transcriptId from to publishedAt verificationCode hash entryCount pdfAddress jsonAddress
  totals { credits pointsByBoard { board { code } points pending } }`

function aPerson(claims: ViewerClaims | undefined) {
  const viewer = new Viewer(claims, new Policies())
  const ask = async <T>(source: string, variableValues: Record<string, unknown>): Promise<T> => {
    const contextValue = { viewer, em: orm.em.fork(), owners, now: () => now, newId: v7 }
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue })
    if (errors) throw errors[0]
    return data as T
  }
  return {
    publishes: async (from = '2026-01-01', to = '2026-12-31') => {
      const mutation = `mutation ($from: Date!, $to: Date!) { publishTranscript(from: $from, to: $to) { ${fields} } }`
      return (await ask<{ publishTranscript: Transcript }>(mutation, { from, to })).publishTranscript
    },
    lists: async (first = 25, after: string | null = null) => {
      const query = `query ($first: Int!, $after: String) { transcripts(first: $first, after: $after) {
        edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`
      return (await ask<{ transcripts: TranscriptPage }>(query, { first, after })).transcripts
    },
    downloads: ({ transcriptId }: Reference) => transcriptJson(orm.em.fork(), viewer, transcriptId),
    prints: async ({ transcriptId }: Reference) =>
      readPdf(await transcriptPdf(orm.em.fork(), viewer, transcriptId, `${baseUrl}/`)),
  }
}

function aPhysician() {
  const learnerId = v7()
  return {
    ...aPerson({ accountId: 'dee', displayName: 'Dee Marchetti', role: 'PHYSICIAN', learnerId }),
    learnerId,
    earns: (earned: Omit<Earned, 'learnerId' | 'activityId'> & { activityId?: string }) =>
      record(orm.em.fork(), { activityId: heartFailure, ...earned, learnerId }),
  }
}

const owners: Pick<Owners, 'activityFacts' | 'physician'> = {
  activityFacts: async (activityIds) => {
    activityCalls.push(activityIds)
    return new Map(activityIds.map((activityId) => [activityId, anActivity(activityId)]))
  },
  physician: async () => ({
    givenName: 'Deirdre',
    middleName: 'Anne',
    familyName: 'Marchetti',
    suffix: null,
    degree: 'MD',
    npi: '1234567893',
    licenses: [{ state: 'ME', licenseNumber: 'MD23456', board: { code: 'ME-MD' } }],
    certifications: [{ boardId: '219876', status: 'ACTIVE', board: { code: 'ABIM' } }],
  }),
}

const anActivity = (activityId: string): ActivityFacts => ({
  activityId,
  version: 1,
  providerId: '0008273',
  providerName: 'Northern Light',
  title: `Title of ${activityId}`,
  status: 'ACTIVE',
  activityFormat: null,
  startsOn: null,
  endsOn: null,
  quarters: 40,
  isRems: false,
  registrations: [],
})
