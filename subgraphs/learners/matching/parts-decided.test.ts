import { wordsOf } from './decision/fingerprint.js'
import { Engine } from './engine/engine.js'
import { matchParts } from './match-parts.js'
import type { LearnerClaim } from './match-types.js'
import { PartsDecided } from './parts-decided.js'
import { ada, ofAda } from './testing/ada.js'
import { decidingInTests } from './testing/deciding.js'

const deciding = decidingInTests()
afterAll(() => deciding.stop())

async function onFile(...people: (typeof ada)[]) {
  const engine = await Engine.build(people, { dataVersion: 'test' })
  const decided = new PartsDecided(engine, deciding)
  const on = (...claims: LearnerClaim[]) => decided.on(claims.map((claim) => ({ claim, words: wordsOf(claim) })))
  return { engine, on }
}

test('what was decided on one day holds for the same learner on another', async () => {
  const { on } = await onFile(ada)
  const [first, again] = await on(ofAda, { ...ofAda, completedOn: '2026-01-31' })
  expect(first?.license).toMatchObject({ decision: 'MATCHED', personId: ada.personId })
  expect(again).toBe(first)
  expect((await on(ofAda))[0]).toBe(first)
})

test.each([{ givenName: 'Bo' }, { birthDay: 11 }, { state: 'NH' }, { licenseOrNpi: '777' }])(
  'nobody is taken for another: %j',
  async (other) => {
    const { on } = await onFile(ada)
    const [one, another] = await on(ofAda, { ...ofAda, ...other })
    expect(another).not.toBe(one)
  },
)

test('of a claim that names a board each part is decided, in the order of the claims', async () => {
  const { engine, on } = await onFile(ada)
  const ofBoard = { ...ofAda, state: null, boardCode: 'ABS' }
  const claims = [ofBoard, ofAda, { ...ofAda, boardCode: 'ABS', boardId: '7' }, { ...ofAda, state: null }]
  expect(await on(...claims)).toEqual(claims.map((claim) => matchParts(engine, claim)))
})

test('whoever has come meanwhile is found by the next ones who ask (I14)', async () => {
  const { engine, on } = await onFile()
  expect((await on(ofAda))[0]?.license?.decision).toBe('NOT_FOUND')
  await deciding.change(() => engine.upsert(ada))
  const [parts] = await new PartsDecided(engine, deciding).on([{ claim: ofAda, words: wordsOf(ofAda) }])
  expect(parts?.license).toMatchObject({ decision: 'MATCHED', dataVersion: 'test+1' })
})
