import { aRow, op, Reviews } from '../../review/testing.js'
import { aClaim, aPerson, insertPeople } from '../../testing/people.js'
import { TestSubgraph } from '../../testing/subgraph.js'
import { matchLearners } from '../match-learners.js'
import { forgetDecisions } from './forget-decisions.js'

let subgraph: TestSubgraph
const em = () => subgraph.orm.em.fork()
const days = (count: number) => new Date(Date.now() + count * 86_400_000)
const asked = (caller: string, claim = aClaim()) =>
  matchLearners(em(), subgraph.matching, [claim], { caller, providerId: '0008273' })
const kept = () =>
  em().execute<{ caller: string; decision: string }[]>('select caller, decision from match_decision order by 1, 2')

beforeEach(async () => {
  subgraph = await TestSubgraph.start()
  await insertPeople(em(), [aPerson()])
})
afterEach(() => subgraph.stop())

test('I14: what was only tried goes after 30 days, what came to nothing after 400, what credit stands on never', async () => {
  const nobody = aClaim({ givenName: 'Zelda', familyName: 'Nobody', born: '05/05' })
  for (const caller of ['validation', 'credits trial', 'credits'])
    for (const claim of [aClaim(), nobody]) await asked(caller, claim)
  expect(await forgetDecisions(em(), days(29))).toBe(0)
  expect(await forgetDecisions(em(), days(31))).toBe(4)
  expect(await kept()).toEqual([
    { caller: 'credits', decision: 'MATCHED' },
    { caller: 'credits', decision: 'NOT_FOUND' },
  ])
  expect(await forgetDecisions(em(), days(399))).toBe(0)
  expect(await forgetDecisions(em(), days(401))).toBe(1)
  expect(await kept()).toEqual([{ caller: 'credits', decision: 'MATCHED' }])
  expect(await forgetDecisions(em(), days(4_000))).toBe(0)
})

test('what a case rests on stays with the case, and a decision that followed one goes like any other', async () => {
  const reviews = new Reviews(subgraph)
  const slip = { born: '09/11' }
  await reviews.told(aRow({}, slip))
  const { caseId } = await reviews.only()
  await reviews.decide(caseId, { nobody: true })
  await reviews.pass()
  await asked('validation', aClaim(slip))
  expect(await forgetDecisions(em(), days(500))).toBe(1)
  expect(await kept()).toEqual([{ caller: 'review', decision: 'MISMATCH' }])
  const { data } = await subgraph.ask(`query ($id: ID!) { reviewCase(caseId: $id) { match { decision } } }`, op, {
    id: caseId,
  })
  expect(data).toEqual({ reviewCase: { match: { decision: 'MISMATCH' } } })
})
