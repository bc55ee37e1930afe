import { wordsOf } from './decision/fingerprint.js'
import { Engine } from './engine/engine.js'
import { PartsDecided } from './parts-decided.js'
import { ada, ofAda } from './testing/ada.js'

async function onFile(...people: (typeof ada)[]) {
  const engine = await Engine.build(people, { dataVersion: 'test' })
  const decided = new PartsDecided(engine)
  return { engine, on: (claim: typeof ofAda) => decided.on(claim, wordsOf(claim)) }
}

test('what was decided on one day holds for the same learner on another', async () => {
  const { on } = await onFile(ada)
  const first = on(ofAda)
  expect(first.license).toMatchObject({ decision: 'MATCHED', personId: ada.personId })
  expect(on({ ...ofAda, completedOn: '2026-01-31' })).toBe(first)
})

test.each([{ givenName: 'Bo' }, { birthDay: 11 }, { state: 'NH' }, { licenseOrNpi: '777' }])(
  'nobody is taken for another: %j',
  async (other) => {
    const { on } = await onFile(ada)
    expect(on({ ...ofAda, ...other })).not.toBe(on(ofAda))
  },
)

test('whoever changes meanwhile is looked at again (I14)', async () => {
  const { engine, on } = await onFile()
  expect(on(ofAda).license?.decision).toBe('NOT_FOUND')
  engine.upsert(ada)
  expect(on(ofAda).license).toMatchObject({ decision: 'MATCHED', dataVersion: 'test+1' })
})
