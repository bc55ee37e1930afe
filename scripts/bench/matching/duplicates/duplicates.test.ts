import { Engine } from '../../../../subgraphs/learners/matching/engine/engine.js'
import type { Claim, Person } from '../../../../subgraphs/learners/matching/engine/types.js'
import { Timings } from '../engine/timings.js'
import { groupsOf } from './groups.js'
import type { LabelledRecord } from './labelled-record.js'
import { scorePairs } from './pair-score.js'
import { type ProposedPair, proposePairs } from './pairs.js'
import { PhysiciansMeant } from './physicians-meant.js'
import { estimateShare } from './prior.js'
import { RecordFile } from './record-file.js'

const record = (
  personId: string,
  entity: string,
  givenName: string,
  familyName: string,
  birthDay: number,
): LabelledRecord => {
  const facts = { givenName, familyName, birthMonth: 4, birthDay }
  return { entity, person: { ...facts, personId, licenses: [] }, claim: facts }
}

test('proposals are held against every true pair', () => {
  const records = ['a', 'a', 'a', 'b', 'c'].map((entity, place) => record(String(place), entity, 'Ann', 'Lee', 1))
  const pairs = [
    { one: 0, other: 1, probability: 1 },
    { one: 3, other: 4, probability: 1 },
  ]
  const { f1, ...score } = scorePairs(records, pairs)
  expect(score).toEqual({ truePairs: 3, proposed: 2, wrong: 1, precision: 1 / 2, recall: 1 / 3 })
  expect(f1).toBeCloseTo(0.4, 10)
  expect(scorePairs(records, [])).toMatchObject({ precision: 0, recall: 0, f1: 0 })
})

test('records of one person are found among others, whoever comes first', async () => {
  const names = [
    'Zebedee Quirke',
    'Ottoline Vance',
    'Thora Lindqvist',
    'Ignatius Pell',
    'Ulla Brandvold',
    'Casimir Noll',
  ]
  const others = names.map((name, place) => {
    const [given = '', family = ''] = name.split(' ')
    return record(`other ${place}`, `other ${place}`, given, family, 10 + place)
  })
  const records = [
    record('x', 'same', 'Wilhelmina', 'Okonkwo', 3),
    ...others,
    record('y', 'same', 'Wilhelmina', 'Okonkow', 3),
  ]
  const pairs = proposePairs(await RecordFile.load(records), new Timings())
  expect(pairs.map(({ one, other }) => [one, other])).toEqual([[0, 7]])
})

test('two different NPIs or middle names forbid what everything else says', async () => {
  const twice = (one: Partial<Claim>, other: Partial<Claim>) =>
    [one, other].map((facts, place): LabelledRecord => {
      const { entity, person, claim } = record(String(place), 'x', 'Wilhelmina', 'Okonkwo', 3)
      return {
        entity,
        person: { ...person, npi: facts.npi, middleName: facts.middleName },
        claim: { ...claim, ...facts },
      }
    })
  const proposed = async (records: LabelledRecord[]) =>
    proposePairs(await RecordFile.load(records), new Timings()).length
  expect(await proposed(twice({ npi: '1234567893' }, { npi: '1234567893' }))).toBe(1)
  expect(await proposed(twice({ npi: '1234567893' }, { npi: '1679576722' }))).toBe(0)
  expect(await proposed(twice({ middleName: 'Ruth' }, { middleName: 'Agnes' }))).toBe(0)
})

test('two namesakes on file are doubted, records about one physician are not, nor those about nobody', async () => {
  const physician = (personId: string, givenName: string, familyName: string, birthDay: number): Person => ({
    ...{ personId, givenName, familyName, birthMonth: 4, birthDay },
    licenses: [{ state: 'OH', number: `35.0${personId}` }],
  })
  const engine = await Engine.build(
    [
      physician('1', 'Wilhelmina', 'Okonkwo', 3),
      physician('2', 'Wilhelmina', 'Okonkwo', 3),
      physician('3', 'Casimir', 'Noll', 8),
    ],
    { dataVersion: 'test' },
  )
  const records = [
    ...['a', 'b'].map((id) => record(id, id, 'Wilhelmina', 'Okonkwo', 3)),
    ...['c', 'd'].map((id) => record(id, 'noll', 'Casimir', 'Noll', 8)),
    ...['e', 'f'].map((id) => record(id, 'pell', 'Ignatius', 'Pell', 9)),
  ]
  const file = await RecordFile.load(records)
  const placesOf = (pairs: readonly ProposedPair[]) => pairs.map(({ one, other }) => [one, other])
  const meant = new PhysiciansMeant(engine, records)
  expect(placesOf(proposePairs(file, new Timings(), meant))).toEqual([
    [2, 3],
    [4, 5],
  ])
  expect(placesOf(proposePairs(file, new Timings()))).toContainEqual([0, 1])
})

test.each([
  ['nothing is linked', [], []],
  [
    'a chain',
    [
      [0, 3],
      [3, 1],
    ],
    [[0, 1, 3]],
  ],
  [
    'two groups, one link said twice',
    [
      [4, 2],
      [2, 4],
      [1, 0],
    ],
    [
      [2, 4],
      [0, 1],
    ],
  ],
  [
    'a ring',
    [
      [0, 1],
      [1, 2],
      [2, 0],
    ],
    [[0, 1, 2]],
  ],
])('what is linked is one group: %s', (_, links, groups) => {
  expect(
    groupsOf(
      5,
      links.map(([one = 0, other = 0]) => ({ one, other })),
    ),
  ).toEqual(groups)
})

test.each([
  ['nobody has another', [1e-6, 1e-6, 1e-6, 1e-6], 0.1],
  ['half of them', [1e9, 1e9, 1e-9, 1e-9], 0.5],
  ['everybody', [1e9, 1e9, 1e9, 1e9], 0.9],
])('the share of duplicates follows from the odds: %s', (_, odds, share) => {
  expect(estimateShare(odds)).toBeCloseTo(share, 1)
})
