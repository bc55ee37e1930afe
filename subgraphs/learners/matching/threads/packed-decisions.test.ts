import type { Decision } from '../engine/types.js'
import { pack, unpack } from './packed-decisions.js'

const basis = { priorBits: -20.1, modelVersion: 'model', dataVersion: 'today' }
const matched: Decision = {
  decision: 'MATCHED',
  personId: 'ada',
  probability: 1 - Number.EPSILON,
  candidates: [
    { personId: 'bo', probability: -0, evidence: [], vetoes: ['TWIN', 'NPI_CONFLICT'] },
    {
      personId: 'ada',
      probability: 1e-300,
      evidence: [
        { field: 'NPI', level: 'ONE_EDIT', bits: -0.1 },
        { field: 'EMAIL', level: 'DIFFERENT', bits: Number.NEGATIVE_INFINITY },
      ],
      vetoes: [],
    },
  ],
  disagreeing: [],
  ...basis,
}
const nobody: Decision = { decision: 'NOT_FOUND', probability: 0, candidates: [], ...basis }
const ambiguous: Decision = {
  ...nobody,
  decision: 'AMBIGUOUS',
  askedField: 'LICENSE',
  namedField: 'NPI',
  disagreeing: ['BIRTHDATE', 'FIRST_NAME'],
}

test('decisions come out as they went in', () => {
  const many = Array.from({ length: 2_000 }, () => [matched, nobody, ambiguous]).flat()
  expect(unpack(pack(many))).toStrictEqual(many)
  expect(unpack(pack([]))).toEqual([])
})

test('decisions on two states of the file do not go together, nor does one on nobody that was looked at', () => {
  expect(() => pack([nobody, { ...nobody, dataVersion: 'tomorrow' }])).toThrow('The file has changed')
  expect(() => pack([{ ...matched, personId: 'cy' }])).toThrow('no candidate')
})
