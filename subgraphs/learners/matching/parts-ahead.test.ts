import { jest } from '@jest/globals'
import { wordsOf } from './decision/fingerprint.js'
import { Engine } from './engine/engine.js'
import { matchParts } from './match-parts.js'
import type { LearnerClaim } from './match-types.js'
import { PartsAhead } from './parts-ahead.js'
import { PartsDecided } from './parts-decided.js'
import { ada, ofAda } from './testing/ada.js'
import { decidingInTests } from './testing/deciding.js'

const deciding = decidingInTests()
afterAll(() => deciding.stop())

const ofBo = { ...ofAda, givenName: 'Bo' }
const words = wordsOf(ofAda)

const onFile = (...people: (typeof ada)[]) => Engine.build(people, { dataVersion: 'test' })
const on = (decided: PartsDecided, claim: LearnerClaim) => decided.on([{ claim, words: wordsOf(claim) }])

test('what was decided ahead is what would be decided now, and is handed out once (I14)', async () => {
  const engine = await onFile(ada)
  const ahead = new PartsAhead(deciding)
  ahead.decide(engine, [ofAda, ofBo, ofAda])
  expect(await ahead.take(engine, words)).toEqual(matchParts(engine, ofAda))
  expect(ahead.take(engine, words)).toBeUndefined()
  expect(await ahead.take(engine, wordsOf(ofBo))).toEqual(matchParts(engine, ofBo))
})

test('whoever asks for it gets it instead of a decision of its own', async () => {
  const engine = await onFile(ada)
  const ahead = new PartsAhead(deciding)
  ahead.decide(engine, [ofAda])
  const match = jest.spyOn(engine, 'match')
  const decided = new PartsDecided(engine, deciding, ahead)
  const [first] = await on(decided, ofAda)
  expect(first?.license).toMatchObject({ decision: 'MATCHED', personId: ada.personId })
  expect(await on(decided, ofAda)).toEqual([first])
  expect(match).not.toHaveBeenCalled()
  expect((await on(decided, ofBo))[0]?.license?.decision).not.toBe('MATCHED')
  expect(match).toHaveBeenCalledTimes(1)
})

test('nothing that was decided ahead outlives a change of the people on file', async () => {
  const engine = await onFile()
  const ahead = new PartsAhead(deciding)
  ahead.decide(engine, [ofAda])
  await deciding.change(() => engine.upsert(ada))
  expect(ahead.take(engine, words)).toBeUndefined()
  const [parts] = await on(new PartsDecided(engine, deciding, ahead), ofAda)
  expect(parts?.license).toMatchObject({ decision: 'MATCHED', dataVersion: 'test+1' })
})

test('nor a file that was loaded anew under the same name', async () => {
  const ahead = new PartsAhead(deciding)
  ahead.decide(await onFile(), [ofAda])
  expect(ahead.take(await onFile(ada), words)).toBeUndefined()
})

test('no more is kept than there is room for', async () => {
  const engine = await onFile(ada)
  const ahead = new PartsAhead(deciding, 1)
  ahead.decide(engine, [ofAda, ofBo])
  ahead.decide(engine, [ofBo])
  expect(ahead.take(engine, wordsOf(ofBo))).toBeUndefined()
  expect(ahead.take(engine, words)).toBeDefined()
})
