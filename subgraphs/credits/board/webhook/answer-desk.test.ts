import type { AnswerResult } from '../decide-parts.js'
import type { Answer } from '../moc-answer.js'
import { AnswerDesk } from './answer-desk.js'

const yes = (partId: string): Answer => ({ partId, decision: 'ACCEPTED' })
const recorded = (answers: readonly Answer[]): AnswerResult[] =>
  answers.map(({ partId }) => ({ partId, outcome: 'RECORDED' }))

test('answers that come while others are recorded are recorded together, and each hears of its own', async () => {
  const calls: string[][] = []
  let letGo: () => void = () => undefined
  const first = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const desk = new AnswerDesk(async (answers) => {
    calls.push(answers.map(({ partId }) => partId))
    await first
    return recorded(answers)
  })
  const taken = [desk.take([yes('a')]), desk.take([yes('b'), yes('c')]), desk.take([yes('d')])]
  letGo()
  expect(await Promise.all(taken)).toEqual([recorded([yes('a')]), recorded([yes('b'), yes('c')]), recorded([yes('d')])])
  expect(calls).toEqual([['a'], ['b', 'c', 'd']])
  expect(await desk.take([yes('e')])).toEqual(recorded([yes('e')]))
})

test('one answer that cannot be recorded stops no other', async () => {
  const calls: string[][] = []
  const desk = new AnswerDesk(async (answers) => {
    calls.push(answers.map(({ partId }) => partId))
    if (answers.some(({ partId }) => partId === 'bad')) throw new Error('no')
    return recorded(answers)
  })
  const taken = await Promise.allSettled([desk.take([yes('a')]), desk.take([yes('bad')]), desk.take([yes('b')])])
  expect(taken.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(calls).toEqual([['a'], ['bad', 'b'], ['bad'], ['b']])
})
