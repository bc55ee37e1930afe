import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSchema } from 'graphql'
import { apiChanges } from './api-changes.js'
import { type ChangeToCheck, checkChange } from './check-change.js'
import { readReleased, release } from './released.js'

const released = `
  enum Kind { CME MOC }
  input Range { from: Int! kind: Kind }
  type Credit { title: String! points: Int amount: Int! }
  type Query { credits(range: Range): [Credit!]! gone: Int unused: Int }`

const partners = [
  {
    partner: 'pat',
    name: 'Credits',
    version: 1,
    text: 'query Credits($r: Range) { credits(range: $r) { title points } }',
  },
]
const pages = [{ partner: 'our pages', name: 'Home', text: 'query Home { gone }' }]

const check = (edit: (sdl: string) => string, more: Partial<ChangeToCheck> = {}) =>
  checkChange({ api: edit(released), supergraph: edit(released), released, accepted: [], partners, pages, ...more })
const without = (text: string) => (sdl: string) => sdl.replace(text, '')
const accepting = (change: string, coordinate: string, reason = 'Nobody asks for it.') => ({
  accepted: [{ change, coordinate, reason }],
})

test('what nobody notices is neither refused nor told', async () => {
  expect(await check((sdl) => sdl.replace('unused: Int', 'unused: Int "New." fresh: Int'))).toEqual({
    failures: [],
    notes: [],
  })
})

test('an operation that would break is named with its partner and with what breaks it', async () => {
  const { failures } = await check(without('points: Int'))
  expect(failures[0]).toBe(
    'pat: Credits (version 1) breaks. Credit.points: Cannot query field "points" on type "Credit".',
  )
  expect(failures[1]).toContain(
    "Credit.points: Field 'points' was removed from object type 'Credit'. Used by pat: Credits.",
  )
})

test.each([
  ['a field that is gone', without('unused: Int'), 'Query.unused', 'FIELD_REMOVED', 0],
  ['a value that a variable may hold', without(' MOC'), 'Kind.MOC', 'ENUM_VALUE_REMOVED', 1],
  [
    'what has to be given now',
    (sdl: string) => sdl.replace('kind: Kind', 'kind: Kind to: Int!'),
    'Range.to',
    'INPUT_FIELD_ADDED',
    1,
  ],
  [
    'another type',
    (sdl: string) => sdl.replace('title: String!', 'title: Int!'),
    'Credit.title',
    'FIELD_TYPE_CHANGED',
    1,
  ],
  [
    'an argument to be given',
    (sdl: string) => sdl.replace('unused: Int', 'unused(year: Int!): Int'),
    'Query.unused(year:)',
    'FIELD_ARGUMENT_ADDED',
    0,
  ],
])('%s is refused until it is accepted with a reason', async (_, edit, coordinate, change, users) => {
  const [failure, ...others] = (await check(edit)).failures
  expect([failure, others]).toEqual([expect.stringMatching(/This breaks programs/), []])
  expect(failure?.startsWith(`${coordinate}: `)).toBe(true)
  expect(failure).toContain(`"change":"${change}","coordinate":"${coordinate}"`)
  expect(failure?.includes('Used by pat: Credits.')).toBe(users > 0)
  expect((await check(edit, accepting(change, coordinate))).failures).toEqual([])
  expect((await check(edit, accepting(change, coordinate, ' '))).failures).toEqual([
    expect.stringContaining('without a reason'),
  ])
})

test('a page of the last release may break by what was accepted, an operation of a partner may not', async () => {
  const gone = (await check(without('gone: Int'))).failures
  expect(gone[0]).toContain('our pages: Home breaks. Query.gone')
  expect((await check(without('gone: Int'), accepting('FIELD_REMOVED', 'Query.gone'))).failures).toEqual([])
  const points = await check(without('points: Int'), accepting('FIELD_REMOVED', 'Credit.points'))
  expect(points.failures).toEqual([expect.stringContaining('pat: Credits (version 1) breaks.')])
})

test('what is accepted and no longer happens has to be taken out', async () => {
  expect((await check((sdl) => sdl, accepting('FIELD_REMOVED', 'Query.unused'))).failures).toEqual([
    expect.stringContaining('no breaking change since the last release'),
  ])
})

test('what may surprise and what is deprecated is told with who uses it', async () => {
  const edit = (sdl: string) =>
    sdl.replace('CME MOC', 'CME MOC REMS').replace('points: Int', 'points: Int @deprecated(reason: "Ask for amount.")')
  expect((await check(edit)).notes).toEqual([
    "Kind.REMS: Enum value 'REMS' was added to enum 'Kind'. Used by pat: Credits.",
    'Credit.points is deprecated (Ask for amount.) and used by pat: Credits.',
  ])
})

test('a new type is one change, told without its parts', async () => {
  const after = `${released.replace('unused: Int', 'unused: Int fresh(a: Int): Fresh')} type Fresh { a: Int b: Int }`
  const changes = await apiChanges(buildSchema(released), buildSchema(after))
  expect(changes.map(({ coordinate, level }) => [coordinate, level])).toEqual([
    ['Fresh', 'NON_BREAKING'],
    ['Query.fresh', 'NON_BREAKING'],
  ])
})

test('a release keeps what has changed with the reasons, and starts anew', async () => {
  const root = await mkdtemp(join(tmpdir(), 'creditgraph-released-'))
  try {
    for (const folder of ['schema/released', 'schema/partner-operations', 'clients/graphql'])
      await mkdir(join(root, folder), { recursive: true })
    const accepted = [{ change: 'FIELD_REMOVED', coordinate: 'Query.gone', reason: 'Nobody asks for it.' }]
    const files = {
      'schema/released/api.graphql': released,
      'schema/released/accepted-changes.json': JSON.stringify(accepted),
      'schema/released/changes.json': '[]',
      'schema/released/persisted-documents.json': '{}',
      'clients/graphql/persisted-documents.json': '{ "sha256:0": "query Home { unused }" }',
    }
    for (const [file, text] of Object.entries(files)) await writeFile(join(root, file), text)
    const api = without('gone: Int')(released)
    await release(root, api, { version: '1.0.0', releasedOn: '2026-11-24' })
    expect(await readReleased(root)).toMatchObject({
      released: api,
      accepted: [],
      pages: [{ name: 'Home', text: 'query Home { unused }' }],
    })
    expect(JSON.parse(await readFile(join(root, 'schema/released/changes.json'), 'utf8'))).toMatchObject([
      { version: '1.0.0', releasedOn: '2026-11-24', changes: [{ ...accepted[0], level: 'BREAKING' }] },
    ])
  } finally {
    await rm(root, { recursive: true })
  }
})

test('the schema of this repository breaks nothing that was released, and nothing that is registered', async () => {
  const api = await readFile('schema/api.graphql', 'utf8')
  const supergraph = await readFile('schema/supergraph.graphql', 'utf8')
  const known = await readReleased(process.cwd())
  expect(known.partners.map(({ partner }) => partner)).toContain('pat')
  expect(known.pages.length).toBeGreaterThan(0)
  expect((await checkChange({ api, supergraph, ...known })).failures).toEqual([])
})
