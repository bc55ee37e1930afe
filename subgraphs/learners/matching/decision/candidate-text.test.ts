import fc from 'fast-check'
import { levels } from '../engine/model/levels.js'
import { comparedFields, type ScoredCandidate } from '../engine/types.js'
import { candidatesOf, candidatesText } from './candidate-text.js'

const hundredths = fc.integer({ min: -10_000, max: 10_000 }).map((bits) => bits / 100)
const evidence = fc
  .constantFrom(...comparedFields)
  .chain((field) =>
    fc.record({ field: fc.constant(field), level: fc.constantFrom(...levels[field]), bits: hundredths }),
  )
const someCandidate: fc.Arbitrary<ScoredCandidate> = fc.record({
  personId: fc.uuid(),
  probability: fc.integer({ min: 0, max: 1e9 }).map((billionths) => billionths / 1e9),
  evidence: fc.array(evidence, { maxLength: 12 }),
  vetoes: fc.subarray(['TWIN', 'TOO_LITTLE_AGREES']),
})

test('I14 what is kept of candidates is read as it was written', () => {
  fc.assert(
    fc.property(fc.array(someCandidate, { maxLength: 10 }), (candidates) => {
      expect(candidatesOf(candidatesText(candidates))).toEqual(candidates)
    }),
  )
})

test('I14 bits are kept to the hundredth, and a share to the billionth', () => {
  const [kept] = candidatesOf(
    candidatesText([
      {
        personId: '1',
        probability: 0.12345678949,
        evidence: [{ field: 'STATE', level: 'LICENSED', bits: 5.0166 }],
        vetoes: [],
      },
    ]),
  )
  expect(kept).toMatchObject({ probability: 0.123456789, evidence: [{ bits: 5.02 }] })
})
