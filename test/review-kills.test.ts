import fc from 'fast-check'
import { cells } from '../subgraphs/credits/record/testing.js'
import { aPerson, insertPeople } from '../subgraphs/learners/testing/people.js'
import { ReviewStory } from './setup/review-story.js'

const [dee, twin] = ['MD1001', 'MD2002'].map((number) =>
  aPerson({ givenName: 'Deirdre', familyName: 'Marchetti', licenses: [{ state: 'ME', number }] }),
)
const death = new Error('killed')

let story: ReviewStory

beforeAll(async () => {
  story = await ReviewStory.start()
  await insertPeople(
    story.learners.orm.em.fork(),
    [dee, twin].filter((person) => person !== undefined),
  )
  // Stands for a worker that is killed when it has written everything, just before it commits.
  await story.credits.em.fork().execute(`
    create table doom (is_near boolean not null);
    insert into doom values (false);
    create function meet_doom() returns trigger language plpgsql as $$
    begin
      if (select is_near from doom) then raise exception 'killed'; end if;
      return null;
    end $$;
    create trigger row_review_doom after update on row_review for each statement execute function meet_doom();
    create trigger batch_doom after update on batch for each statement execute function meet_doom()`)
})
afterAll(() => story.stop())

/** What may happen, and where somebody may be killed. */
const steps = {
  ASK: (batchId: string) => story.ask(batchId),
  ASK_FOR_ONE: (batchId: string) => story.ask(batchId, [3]).catch(refused),
  WITHDRAW: (batchId: string) => story.withdraw(batchId, [4]),
  TELL: () => story.tell(),
  TELL_AND_DIE: () => story.tell({ receive: (news) => story.listener.receive(news).then(die) }).catch(expectDeath),
  FOLLOW: () => story.follow(),
  FOLLOW_AND_DIE: () => story.follow(death).catch(expectDeath),
  DECIDE: () => decide({ learnerId: twin?.learnerId ?? '' }),
  DECIDE_NOBODY: () => decide({ nobody: true }),
  UNDO: async () => {
    for (const { caseId } of await story.reviews.cases('DECIDED')) await story.reviews.undo(caseId)
  },
  TIME_PASSES: () => story.reviews.pass(),
  JUDGE: () => judgeNow(),
  JUDGE_AND_DIE: async () => {
    await story.credits.em
      .fork()
      .execute('update row_review set judge_again_at = now() where judge_again_at is not null')
    await story.credits.em.fork().execute('update doom set is_near = true')
    await story.judge().catch(() => undefined)
    await story.credits.em.fork().execute('update doom set is_near = false')
  },
  TWO_JUDGE: () => Promise.all([judgeNow(), judgeNow()]),
}

const refused = (error: { extensions?: { code?: string } }) => expect(error.extensions?.code).toBe('BAD_USER_INPUT')
const expectDeath = (error: Error) => expect(error).toBe(death)
function die(): never {
  throw death
}

async function decide(choice: { learnerId?: string; nobody?: boolean }): Promise<void> {
  for (const { caseId } of await story.reviews.cases()) await story.reviews.decide(caseId, choice)
}

async function judgeNow(): Promise<void> {
  await story.credits.em.fork().execute('update row_review set judge_again_at = now() where judge_again_at is not null')
  await story.judge()
}

async function startOver(): Promise<string> {
  await story.credits.em.fork().execute('truncate batch, batch_row, row_review cascade; delete from live_credit')
  await story.learners.orm.em.fork().execute('truncate review_case, review_request, match_guess cascade')
  return story.report([cells(), cells({ completionDate: '2026-06-21' }), cells({ completionDate: '2026-06-22' })])
}

/** Every row has one outcome, counted once, and a record exactly where it is accepted. */
async function expectSound(batchId: string): Promise<void> {
  const rows = await story.rows(batchId)
  const ended = (outcome: string) => rows.filter((row) => row.outcome === outcome).length
  expect(await story.counts(batchId)).toEqual({
    accepted: ended('ACCEPTED'),
    warned: 0,
    rejected: ended('REJECTED'),
    duplicate: 0,
    inReview: ended('IN_REVIEW'),
  })
  expect(await story.count(`completion where batch_id = '${batchId}'`)).toBe(ended('ACCEPTED'))
  expect(await story.count('live_credit')).toBe(ended('ACCEPTED'))
  const open = rows.filter(({ review }) => review?.state === 'OPEN').map(({ rowNumber }) => rowNumber)
  expect(rows.filter(({ outcome }) => outcome === 'IN_REVIEW').map(({ rowNumber }) => rowNumber)).toEqual(open)
}

test('whoever is killed, and whenever, every row in review ends exactly once (I-1, I-2, I14)', async () => {
  const aStep = fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[]))
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 5, maxLength: 10 }), async (path) => {
      const batchId = await startOver()
      for (const step of path) {
        await steps[step](batchId)
        await expectSound(batchId)
      }
      await story.settle()
      await expectSound(batchId)
      const waiting = await story.reviews.cases()
      const rows = await story.rows(batchId)
      const inReview = rows.filter(({ outcome }) => outcome === 'IN_REVIEW').length
      expect(waiting.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(inReview)
      await decide({ learnerId: dee?.learnerId ?? '' })
      await story.settle()
      expect((await story.rows(batchId)).filter(({ outcome }) => outcome === 'IN_REVIEW')).toEqual([])
      await expectSound(batchId)
    }),
    { numRuns: 5 },
  )
}, 240_000)
