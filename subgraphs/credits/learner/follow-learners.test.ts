import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { catchUp } from '../../shared/outbox/follow.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { creditsOrm } from '../orm.js'
import { learnersModel } from './follow-learners.js'
import type { LearnerEvent, LearnerSource, LicenseFact } from './learner-source.js'

let database: FreshDatabase
let orm: MikroORM

beforeAll(async () => {
  database = await freshDatabase('credits')
  orm = await creditsOrm(database.url)
  await migrate(orm)
})
afterAll(async () => {
  await orm.close()
  await database.drop()
})

const aLicense = (changes: Partial<LicenseFact> = {}): LicenseFact => ({
  learnerId: v7(),
  licenseId: v7(),
  boardCode: 'ME-MD',
  state: 'ME',
  status: 'ACTIVE',
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
  ...changes,
})
const changed = (learnerId: string, licenses: LicenseFact[]): LearnerEvent => ({
  type: 'LEARNER_CHANGED',
  learnerId,
  licenses,
  survivors: [],
  rows: [],
})

const licenses = async () => {
  const rows = await orm.em
    .fork()
    .execute<{ licenseId: string; status: string }[]>('select license_id as "licenseId", status from learner_license')
  return new Map(rows.map(({ licenseId, status }) => [licenseId, status]))
}
const merges = async () => {
  const rows = await orm.em
    .fork()
    .execute<{ learnerId: string; survivorId: string }[]>(
      'select learner_id as "learnerId", survivor_id as "survivorId" from learner_merge',
    )
  return new Map(rows.map(({ learnerId, survivorId }) => [learnerId, survivorId]))
}

test('the read models are built from zero, page by page, and then follow event by event', async () => {
  const [one, other] = [aLicense(), aLicense()]
  const [merged, survivor] = [v7(), v7()]
  const moved = aLicense({ learnerId: one.learnerId })
  const events = new Map<string, LearnerEvent[]>([
    // What was read already may be told once more, and twice on one page.
    ['e0', [changed(one.learnerId, [one]), changed(one.learnerId, [{ ...one, status: 'EXPIRED' }])]],
    [
      'e1',
      [
        changed(one.learnerId, [moved]),
        {
          type: 'LEARNERS_MERGED',
          learnerId: other.learnerId,
          licenses: [],
          survivors: [{ learnerId: other.learnerId, survivorId: one.learnerId }],
          rows: [],
        },
        {
          type: 'LEARNERS_UNMERGED',
          learnerId: merged,
          licenses: [],
          survivors: [{ learnerId: merged, survivorId: null }],
          rows: [],
        },
      ],
    ],
  ])
  const source: LearnerSource = {
    licenses: async (after) => ({
      facts: [after ? other : one],
      nextCursor: after ? null : 'p1',
      eventCursor: after ? 'e9' : 'e0',
    }),
    merges: async () => ({
      facts: [{ learnerId: merged, survivorId: survivor }],
      nextCursor: null,
      eventCursor: 'e9',
    }),
    events: async (after) => ({ events: events.get(after) ?? [], endCursor: after === 'e0' ? 'e1' : 'e2' }),
  }
  const model = learnersModel(source)

  expect(await catchUp(orm.em.fork(), model)).toBe(true)
  expect(await licenses()).toEqual(
    new Map([
      [one.licenseId, 'ACTIVE'],
      [other.licenseId, 'ACTIVE'],
    ]),
  )
  expect(await merges()).toEqual(new Map([[merged, survivor]]))

  expect(await catchUp(orm.em.fork(), model)).toBe(true)
  expect(await licenses()).toEqual(
    new Map([
      [one.licenseId, 'EXPIRED'],
      [other.licenseId, 'ACTIVE'],
    ]),
  )

  expect(await catchUp(orm.em.fork(), model)).toBe(true)
  expect(await licenses()).toEqual(
    new Map([
      [moved.licenseId, 'ACTIVE'],
      [other.licenseId, 'ACTIVE'],
    ]),
  )
  expect(await merges()).toEqual(new Map([[other.learnerId, one.learnerId]]))
  expect(await catchUp(orm.em.fork(), model)).toBe(false)
})
