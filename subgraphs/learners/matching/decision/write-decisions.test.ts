import type { MikroORM } from '@mikro-orm/postgresql'
import { newId } from '../../../shared/new-id.js'
import { learnersOrm } from '../../start.js'
import { TestSubgraph } from '../../testing/subgraph.js'
import { writeDecisions } from './write-decisions.js'

let subgraph: TestSubgraph
let waiting: MikroORM
beforeAll(async () => {
  subgraph = await TestSubgraph.start()
  const { em } = subgraph.orm
  // The server of tests waits for no disk.
  await em.fork().execute('alter role current_user set synchronous_commit = on')
  await em.fork().execute(`
    create table seen (caller text, at_commit text);
    create function see() returns trigger language plpgsql as $$ begin
      insert into seen values (new.caller, current_setting('synchronous_commit')); return null; end $$;
    create constraint trigger seeing after insert on match_decision deferrable initially deferred
      for each row execute function see()`)
  waiting = await learnersOrm(subgraph.url)
})
afterAll(async () => {
  await waiting.close()
  await subgraph.stop()
})
beforeEach(() => waiting.em.fork().execute('truncate match_decision, seen'))

const aDecision = (dataVersion = 'today') => ({
  decisionId: newId(),
  part: 'LICENSE' as const,
  fingerprint: 'ab'.repeat(32),
  decision: {
    decision: 'NOT_FOUND' as const,
    probability: 0,
    candidates: [],
    priorBits: -20,
    modelVersion: '1',
    dataVersion,
  },
})
const kept = () => waiting.em.fork().execute('select count(*)::int as count from match_decision')
const seen = () => waiting.em.fork().execute('select distinct caller, at_commit from seen')

test.each([
  ['validation', 'off'],
  ['credits trial', 'off'],
  ['credits', 'on'],
  ['review', 'on'],
])('I14 what %s asks for is kept, and waited for until it is on disk: %s', async (caller, atCommit) => {
  const em = waiting.em.fork()
  await writeDecisions(em, [aDecision(), aDecision('yesterday'), aDecision()], { caller, decidedAt: new Date() })
  expect(await kept()).toEqual([{ count: 3 }])
  expect(await seen()).toEqual([{ caller, at_commit: atCommit }])
})

test('whoever writes next on the same connection is waited for again', async () => {
  const by = (caller: string) => ({ caller, decidedAt: new Date() })
  await writeDecisions(waiting.em.fork(), [aDecision()], by('validation'))
  await waiting.em.fork().execute('truncate seen')
  await writeDecisions(waiting.em.fork(), [aDecision()], by('credits'))
  expect(await seen()).toEqual([{ caller: 'credits', at_commit: 'on' }])
})
