import { cells, mocCells } from '../subgraphs/credits/record/testing.js'
import { other } from '../subgraphs/learners/review/testing.js'
import { aPerson, insertPeople } from '../subgraphs/learners/testing/people.js'
import { claimsOf } from '../subgraphs/learners/testing/subgraph.js'
import { ReviewStory } from './setup/review-story.js'

const [dee, twin, fay] = [
  aPerson({ givenName: 'Deirdre', familyName: 'Marchetti', licenses: [{ state: 'ME', number: 'MD1001' }] }),
  aPerson({ givenName: 'Deirdre', familyName: 'Marchetti', licenses: [{ state: 'ME', number: 'MD2002' }] }),
  aPerson({ givenName: 'Fay', familyName: 'Okonkwo', born: '03/14', boards: { ABIM: '219876' } }),
]
const [smith] = [aPerson({ givenName: 'Sam', familyName: 'Alone', born: '07/07' })]

let story: ReviewStory

beforeAll(async () => {
  story = await ReviewStory.start()
  await insertPeople(story.learners.orm.em.fork(), [dee, twin, fay, smith])
})
afterAll(() => story.stop())
beforeEach(async () => {
  await story.credits.em.fork().execute('truncate batch, batch_row, row_review cascade')
  await story.credits.em.fork().execute('delete from live_credit')
  await story.learners.orm.em.fork().execute('truncate review_case, review_request, match_guess cascade')
})

const ofDee = cells()
const ofFay = { firstName: 'Fay', lastName: 'Okonkwo', dateOfBirth: '03/15' }

test('a provider asks, an operator decides, the row goes on, and the same row matches by itself from then on (I02, I14)', async () => {
  const batchId = await story.report([
    ofDee,
    cells({ firstName: 'Sam', lastName: 'Alone', dateOfBirth: '07/07' }),
    cells({ activityId: '12', completionDate: '2020-01-01' }),
  ])
  expect((await story.rows(batchId)).map(({ mayRequestReview }) => mayRequestReview)).toEqual([true, false, false])
  const asked = await story.ask(batchId)
  expect(asked.counts).toMatchObject({ accepted: 1, rejected: 1, inReview: 1 })
  expect((await story.rows(batchId))[0]).toMatchObject({
    outcome: 'IN_REVIEW',
    issues: [{ code: 'LEARNER_AMBIGUOUS' }],
    review: { state: 'OPEN', endedAt: null },
    mayRequestReview: false,
  })

  await story.settle()
  const { caseId, match } = await story.reviews.only()
  expect(match.candidates.map(({ learnerId }) => learnerId).sort()).toEqual([dee.learnerId, twin.learnerId].sort())
  await story.reviews.decide(caseId, { learnerId: twin.learnerId })
  await story.settle()

  expect(await story.outcomes(batchId)).toEqual(['ACCEPTED', 'ACCEPTED', expect.stringContaining('REJECTED')])
  expect(await story.counts(batchId)).toMatchObject({ accepted: 2, warned: 0, rejected: 1, inReview: 0 })
  expect((await story.rows(batchId))[0]).toMatchObject({ review: { state: 'DECIDED', endedAt: expect.any(Date) } })
  expect(await story.count(`live_credit where learner_id = '${twin.learnerId}'`)).toBe(1)
  expect(await story.count(`completion where batch_id = '${batchId}' and row_number = 3`)).toBe(1)

  const again = await story.report([ofDee, cells({ completionDate: '2026-06-21' })])
  expect(await story.outcomes(again)).toEqual(['DUPLICATE DUPLICATE_COMPLETION', 'ACCEPTED'])
  expect(await story.count(`live_credit where learner_id = '${twin.learnerId}'`)).toBe(2)
})

test('where nobody is meant the row is rejected, and cannot be asked about again', async () => {
  const batchId = await story.report([cells(ofFay)])
  await story.ask(batchId)
  await story.settle()
  await story.reviews.decide((await story.reviews.only()).caseId, { nobody: true })
  await story.settle()
  expect(await story.outcomes(batchId)).toEqual(['REJECTED LEARNER_NOT_FOUND'])
  expect(await story.counts(batchId)).toMatchObject({ accepted: 0, rejected: 1, inReview: 0 })
  expect((await story.rows(batchId))[0]).toMatchObject({ mayRequestReview: false, review: { state: 'DECIDED' } })
  await expect(story.ask(batchId, [3])).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } })
})

test('what was withdrawn is rejected as before, whatever is decided meanwhile, and may be asked about again', async () => {
  const batchId = await story.report([ofDee, cells({ completionDate: '2026-06-21' })])
  await story.ask(batchId)
  await story.settle()
  const { caseId, rowCount } = await story.reviews.only()
  expect(rowCount).toBe(2)
  await story.reviews.decide(caseId, { learnerId: dee.learnerId })
  expect((await story.withdraw(batchId, [3])).counts).toMatchObject({ rejected: 1, inReview: 1 })
  await story.settle()
  expect(await story.outcomes(batchId)).toEqual(['REJECTED LEARNER_AMBIGUOUS', 'ACCEPTED'])
  expect(await story.count('live_credit')).toBe(1)
  await story.ask(batchId, [3])
  await story.settle()
  expect(await story.outcomes(batchId)).toEqual(['ACCEPTED', 'ACCEPTED'])
})

test('a decision that is taken back leaves its rows waiting, even where the news of it overtake nobody', async () => {
  const batchId = await story.report([ofDee])
  await story.ask(batchId)
  await story.settle()
  const { caseId } = await story.reviews.only()
  await story.reviews.decide(caseId, { learnerId: dee.learnerId })
  await story.follow()
  await story.reviews.undo(caseId)
  await story.credits.em.fork().execute('update row_review set judge_again_at = now()')
  await story.judge()
  expect(await story.outcomes(batchId)).toEqual(['IN_REVIEW LEARNER_AMBIGUOUS'])
  await story.settle()
  expect(await story.reviews.only()).toMatchObject({ caseId, rowCount: 1 })
})

test('I11: parts of a row are asked about apart, and it is judged when both are answered', async () => {
  const batchId = await story.report([cells({ ...ofFay, ...mocCells, certifyingBoardId: '111111' })])
  expect(await story.outcomes(batchId)).toEqual(['REJECTED LEARNER_NOT_FOUND BOARD_ID_MISMATCH'])
  await story.ask(batchId)
  await story.settle()
  const cases = await story.reviews.cases()
  expect(cases).toHaveLength(2)
  for (const [index, { caseId }] of cases.entries()) {
    expect(await story.outcomes(batchId)).toEqual(['IN_REVIEW LEARNER_NOT_FOUND BOARD_ID_MISMATCH'])
    const answer = await story.reviews.decide(caseId, { learnerId: fay.learnerId }, undefined, `Called, ${index}.`)
    if (typeof answer !== 'string' && answer.state === 'PROPOSED') await story.reviews.confirm(caseId, other)
    await story.settle()
  }
  expect(await story.outcomes(batchId)).toEqual(['ACCEPTED'])
  expect(await story.count(`live_credit where learner_id = '${fay.learnerId}'`)).toBe(2)
})

test('a case follows a merge until its rows go on', async () => {
  const batchId = await story.report([ofDee])
  await story.ask(batchId)
  await story.settle()
  await story.reviews.decide((await story.reviews.only()).caseId, { learnerId: twin.learnerId })
  const em = story.learners.orm.em.fork()
  await em.execute(`update learner set survivor_id = '${smith.learnerId}' where learner_id = '${twin.learnerId}'`)
  await story.settle()
  expect(await story.count(`live_credit where learner_id = '${smith.learnerId}'`)).toBe(1)
  await em.execute('update learner set survivor_id = null')
})

describe('limits and roles', () => {
  test('others are refused: a provider its rows, everybody else the question', async () => {
    const batchId = await story.report([ofDee])
    const bo = claimsOf('PROVIDER_REPORTER', { providerId: '0004121' })
    for (const act of ['ask', 'withdraw'] as const) {
      await expect(story[act](batchId, null, bo)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } })
      for (const claims of [claimsOf('OPERATOR'), claimsOf('PHYSICIAN', { learnerId: dee.learnerId })]) {
        await expect(story[act](batchId, null, claims)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } })
      }
    }
  })

  test('I12: nothing but the learner’s identity may be in doubt; rows that are not so are named', async () => {
    const batchId = await story.report([ofDee, cells({ lastName: 'Alone', firstName: 'Sam', dateOfBirth: '07/07' })])
    await expect(story.ask(batchId, [3, 4])).rejects.toMatchObject({
      message: expect.stringContaining('Row 4'),
      extensions: { code: 'BAD_USER_INPUT' },
    })
    await story.ask(batchId, [3])
    await story.ask(batchId, [3])
    expect(await story.counts(batchId)).toMatchObject({ inReview: 1, rejected: 0 })
  })

  test.each([
    ['a try', { dryRun: true }],
    ['a file that is still worked on', { state: 'APPLYING' as never }],
  ])('%s has no rows to ask about', async (_, changes) => {
    const batchId = await story.report([ofDee], changes)
    await expect(story.ask(batchId)).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } })
  })

  test('a thousand rows of a provider may wait, and no more', async () => {
    const batchId = await story.report([ofDee, cells({ completionDate: '2026-06-21' })])
    await story.credits.em.fork().execute(
      `insert into batch_row (batch_id, row_number, cells, outcome, issues)
       select '${batchId}', 100 + n, '{}', 'IN_REVIEW', '[]' from generate_series(1, 999) n;
       insert into row_review (batch_id, row_number, provider_id, state, asked_by, asked_at)
       select '${batchId}', 100 + n, '0008273', 'OPEN', 'ada', now() from generate_series(1, 999) n`,
    )
    await expect(story.ask(batchId)).rejects.toMatchObject({ extensions: { code: 'QUOTA_EXCEEDED' } })
    await story.ask(batchId, [3])
    await expect(story.ask(batchId, [4])).rejects.toMatchObject({ extensions: { code: 'QUOTA_EXCEEDED' } })
  })
})
