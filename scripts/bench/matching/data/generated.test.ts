import { NicknameTable } from '../names/nicknames.js'
import { readReferenceTables } from '../names/reference-tables.js'
import type { Physician } from '../population/physician.js'
import { type MixName, mixes } from '../rows/mixes.js'
import { typedFits } from '../truth/slow-check.js'
import { generate } from './generated.js'
import type { TestRow } from './test-data.js'

const tables = readReferenceTables()
const nicknames = new NicknameTable(tables.nicknames)

async function make(population: number, rows: number, seed = 7, mix: MixName = 'typical') {
  const data = generate({ population, rows, seed, mix: mixes[mix] }, tables)
  const people: Physician[] = []
  for await (const physician of data.people()) people.push(physician)
  const made: TestRow[] = []
  for await (const row of data.rows()) made.push(row)
  return { data, people, rows: made }
}

const whoFits = (row: TestRow, people: readonly Physician[]) =>
  people.filter((physician) => typedFits(row.cells, physician, nicknames.are))

test('the same seed makes the same people and rows, another seed others', async () => {
  const one = await make(300, 300)
  const again = await make(300, 300)
  const other = await make(300, 300, 8)
  expect([again.people, again.rows]).toEqual([one.people, one.rows])
  expect(other.people.filter(({ npi }, place) => npi === one.people[place]?.npi)).toEqual([])
})

test('a row is the same however many are made', async () => {
  const few = await make(300, 20)
  const many = await make(300, 40)
  expect(many.rows.slice(0, 20)).toEqual(few.rows)
})

test.each(['typical', 'hard'] as const)(
  'the labels of a %s file hold, read from the cells by other code',
  async (mix) => {
    const { people, rows } = await make(1_500, 1_500, 3, mix)
    const counts = { match: 0, 'match-or-near': 0, several: 0, none: 0 }
    for (const row of rows) {
      const label = row.label
      if (!label) throw new Error('A made-up row has a label.')
      counts[label.expect] += 1
      const ids = whoFits(row, people).map(({ id }) => id)
      const seen = { row: row.cells, label, ids }
      if (label.expect === 'match') expect(seen).toMatchObject({ ids: [label.truthId] })
      if (label.expect === 'several') {
        expect(ids).toContain(label.truthId)
        expect(ids.length).toBeGreaterThanOrEqual(2)
      }
      if (label.expect === 'none') expect(seen).toMatchObject({ label: { truthId: undefined } })
    }
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0)
  },
)

test('whoever is not on file has no number of anybody who is', async () => {
  const { people, rows } = await make(1_500, 1_500, 3, 'identifiers')
  const npis = new Set(people.map(({ npi }) => npi))
  const outsiders = rows.filter(({ label }) => label?.expect === 'none')
  const wrong = outsiders.filter(({ subject }) => npis.has(subject?.npi ?? ''))
  expect([outsiders.length > 20, wrong]).toEqual([true, []])
})

test('numbers are nobody else’s, and namesakes, twins and namesakes with one birthday are there', async () => {
  const { people } = await make(3_000, 0)
  const count = (key: (physician: Physician) => string) => people.length - new Set(people.map(key)).size
  expect(count(({ npi }) => npi)).toBe(0)
  const licenses = people.flatMap((one) => one.licenses.map(({ state, number }) => `${state} ${one.degree} ${number}`))
  expect(new Set(licenses).size).toBe(licenses.length)
  expect(count(({ first, last }) => `${first} ${last}`)).toBeGreaterThan(50)
  expect(
    count(({ last, birthMonth, birthDay, state }) => `${last} ${birthMonth}/${birthDay} ${state}`),
  ).toBeGreaterThan(3)
  expect(
    count(({ first, last, birthMonth, birthDay, state }) => `${first} ${last} ${birthMonth}/${birthDay} ${state}`),
  ).toBeGreaterThan(3)
})

test('every kind of error comes up', async () => {
  const { rows } = await make(2_000, 12_000, 5, 'dirty')
  const seen = new Set(rows.flatMap(({ label }) => label?.errors ?? []))
  const expected = [
    'first:nickname first:uses-middle first:has-middle first:initial first:typo last:typo last:former-on-file',
    'last:former-unknown last:new-married last:hyphen-part last:hyphen-format last:particle middle:wrong suffix:wrong',
    'swap-first-last dob:missing dob:day-typo dob:month-typo dob:off-by-one dob:swapped dob:default dob:random',
    'state:neighbour state:random state:missing license:typo license:zeros-lost license:other-state npi:typo',
    'npi:someone-else npi:shifted-row city:other board:typo last:has-suffix last:has-degree first:has-title encoding:mojibake',
  ]
  expect(
    expected
      .join(' ')
      .split(' ')
      .filter((kind) => !seen.has(kind)),
  ).toEqual([])
})

test('where nobody is on file, every row is about somebody who is not', async () => {
  const { people, rows } = await make(0, 50)
  expect(people).toEqual([])
  expect(rows.every(({ label }) => label?.expect === 'none' && label.exactK === 0)).toBe(true)
})
