import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decidingInTests } from '../../../subgraphs/learners/matching/testing/deciding.js'
import { readRecords } from './csv/read-csv.js'
import { readDataset } from './duplicates/datasets.js'
import { matchingBy } from './matching.js'
import { isPresent, sharedFolder } from './names/name-tables.js'
import { type MatchingOptions, usualOptions } from './options.js'

const keys = [
  'population',
  'rows',
  'precision',
  'recall',
  'f1',
  'wrongPersonPerMillion',
  'ambiguousShare',
  'lookupP50Ms',
  'lookupP99Ms',
  'rowsPerSecond',
  'residentMb',
  'readySeconds',
]

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-matching-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function run(options: Partial<MatchingOptions>) {
  const said: string[] = []
  const { figures } = await matchingBy(decidingInTests).run({ ...usualOptions, ...options }, (line) => said.push(line))
  return { said: said.join('\n'), figures: Object.fromEntries(figures.map(({ name, value }) => [name, value])) }
}

const population = `id,first,middle,last,suffix,former_last,birth_date,sex,degree,npi,licenses,boards,email,city,state
p1,Deirdre,Anne,Marchetti,,,1980-09-10,F,MD,1234567893,ME:MD23456|NH:18765,ABIM:219876,,Portland,ME
p2,Thora,,"Lindqvist, MD",,Vance,1971-02-28,F,MD,,CA:A123456,,,Fresno,CA
`
const header = 'row_id,first,last,middle,suffix,birth_month,birth_day,state,license,npi,board_id,email,city\n'
const rows = `${header}r1,Deirdre,Marchetti,,,9,10,ME,,,,,
r2,"Ignatius ""Iggy""",Pell,,,1,2,TX,,,,,
r3,Deirdre,Marchetti,,,10,9,ME,,1234567893,,,
`
const truth = `row_id,truth_id,scenario,errors,exact_k,expect
r1,p1,in,,1,match
r2,,out,,0,none
r3,p1,in,dob:swapped,0,match-or-near
`

async function fill(files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
}

test('a folder is answered row by row and held against its truth', async () => {
  await fill({ 'population.csv': population, 'rows.csv': rows, 'truth.csv': truth })
  const answers = join(folder, 'answers.csv')
  const { figures } = await run({ dir: folder, answers })
  expect(figures).toMatchObject({ population: 2, rows: 3, precision: 1, recall: 0.5, wrongPersonPerMillion: 0 })
  for (const key of keys) expect(Number.isFinite(figures[key])).toBe(true)
  expect(await readRecords(answers)).toEqual([
    { row_id: 'r1', decision: 'MATCHED', person_id: 'p1', asked_field: '', named_field: '' },
    { row_id: 'r2', decision: 'NOT_FOUND', person_id: '', asked_field: expect.any(String), named_field: '' },
    { row_id: 'r3', decision: 'MISMATCH', person_id: 'p1', asked_field: expect.any(String), named_field: 'BIRTHDATE' },
  ])
})

test('a folder without truth is answered all the same, whatever wrote its files', async () => {
  const windows = `\ufeff${rows.replaceAll('\n', '\r\n')}`
  await fill({ 'population.csv': population, 'rows.csv': windows })
  const answers = join(folder, 'answers.csv')
  const { figures, said } = await run({ dir: folder, answers })
  expect(figures).toMatchObject({ population: 2, rows: 3, recall: 0 })
  expect(said).not.toContain('Operating points')
  expect((await readRecords(answers)).map(({ decision }) => decision)).toEqual(['MATCHED', 'NOT_FOUND', 'MISMATCH'])
})

test('learner accounts of a folder are searched for duplicates', async () => {
  const learners = `learner_id,first,last,middle,suffix,birth_month,birth_day,state,license,npi,board_id,email,city
a,Deirdre,Marchetti,,,9,10,ME,,1234567893,,,
b,Thora,Lindqvist,,,2,28,CA,,,,,
c,Deirdre,Marcheti,,,9,10,ME,,1234567893,,,
d,Ignatius,Pell,,,1,2,TX,,,,,
e,Ottoline,Brandvold,,,7,19,WA,,,,,
`
  await fill({ 'population.csv': population, 'rows.csv': rows, 'truth.csv': truth, 'learners.csv': learners })
  await fill({ 'learners_truth.csv': 'learner_id,truth_id,errors\na,1,\nb,2,\nc,1,last:typo\nd,3,\ne,4,\n' })
  expect((await run({ dir: folder })).figures).toMatchObject({ duplicatePairs: 1, duplicateF1: 1 })
})

test('a tiny population is measured, and named after the tables that it was made with', async () => {
  const { figures, said } = await run({ population: 400, rows: 300, seeds: 2, mix: 'dirty' })
  for (const key of keys) expect(Number.isFinite(figures[key])).toBe(true)
  expect(figures).toMatchObject({ population: 400, rows: 600 })
  expect(figures.recall).toBeGreaterThan(0.5)
  expect(said).toContain('People made with')
  for (const title of ['Operating points side by side', 'first:nickname', 'out-sibling', 'over 3,000']) {
    expect(said).toContain(title)
  }
}, 120_000)

test.each([
  [{ mix: 'constructor' }, '--mix takes one of typical'],
  [{ dataset: 'febrl9' }, '--dataset takes one of febrl1'],
  [{ dir: '/nowhere' }, '/nowhere/population.csv'],
])('%j is refused in words', async (options, words) => {
  await expect(run(options)).rejects.toThrow(words)
})

test('a data set that is not present is asked for', async () => {
  await expect(readDataset('febrl1', folder)).rejects.toThrow(
    `Put the data set at ${join(folder, 'febrl_dataset1.csv')}`,
  )
})

const isShared = await isPresent(join(sharedFolder(), 'febrl_dataset1.csv'))
const whereShared = isShared ? test : test.skip

whereShared(
  'a public data set is read through its adapter (skipped where ../shared is absent)',
  async () => {
    const { figures } = await run({ dataset: 'febrl1' })
    for (const key of keys) expect(Number.isFinite(figures[key])).toBe(true)
    expect(figures.population).toBe(1_000)
    expect(figures.f1).toBeGreaterThan(0.9)
  },
  120_000,
)
