import { jest } from '@jest/globals'
import { wordsOf } from './decision/fingerprint.js'
import { Engine } from './engine/engine.js'
import { matchParts } from './match-parts.js'
import { PartsAhead } from './parts-ahead.js'
import { PartsDecided } from './parts-decided.js'
import { ada, ofAda } from './testing/ada.js'

const ofBo = { ...ofAda, givenName: 'Bo' }
const words = wordsOf(ofAda)

const onFile = (...people: (typeof ada)[]) => Engine.build(people, { dataVersion: 'test' })

test('what was decided ahead is what would be decided now, and is handed out once (I14)', async () => {
  const engine = await onFile(ada)
  const ahead = new PartsAhead()
  ahead.decide(engine, [ofAda, ofBo, ofAda])
  const parts = ahead.take(engine, words)
  expect(parts).toEqual(matchParts(engine, ofAda))
  expect(ahead.take(engine, words)).toBeUndefined()
  expect(ahead.take(engine, wordsOf(ofBo))).toEqual(matchParts(engine, ofBo))
})

test('whoever asks for it gets it instead of a decision of its own', async () => {
  const engine = await onFile(ada)
  const ahead = new PartsAhead()
  ahead.decide(engine, [ofAda])
  const match = jest.spyOn(engine, 'match')
  const decided = new PartsDecided(engine, ahead)
  expect(decided.on(ofAda, words).license).toMatchObject({ decision: 'MATCHED', personId: ada.personId })
  expect(decided.on(ofAda, words).license?.decision).toBe('MATCHED')
  expect(match).not.toHaveBeenCalled()
  expect(decided.on(ofBo, wordsOf(ofBo)).license?.decision).not.toBe('MATCHED')
  expect(match).toHaveBeenCalledTimes(1)
})

test('nothing that was decided ahead outlives a change of the people on file', async () => {
  const engine = await onFile()
  const ahead = new PartsAhead()
  ahead.decide(engine, [ofAda])
  engine.upsert(ada)
  expect(ahead.take(engine, words)).toBeUndefined()
  expect(new PartsDecided(engine, ahead).on(ofAda, words).license).toMatchObject({
    decision: 'MATCHED',
    dataVersion: 'test+1',
  })
})

test('nor a file that was loaded anew under the same name', async () => {
  const ahead = new PartsAhead()
  ahead.decide(await onFile(), [ofAda])
  expect(ahead.take(await onFile(ada), words)).toBeUndefined()
})

test('no more is kept than there is room for', async () => {
  const engine = await onFile(ada)
  const ahead = new PartsAhead(1)
  ahead.decide(engine, [ofAda, ofBo])
  ahead.decide(engine, [ofBo])
  expect(ahead.take(engine, wordsOf(ofBo))).toBeUndefined()
  expect(ahead.take(engine, words)).toBeDefined()
})
