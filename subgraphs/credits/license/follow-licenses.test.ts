import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { type FreshDatabase, freshDatabase } from '../../../test/setup/postgres.js'
import { migrate } from '../../shared/postgres/migrate.js'
import { creditsOrm } from '../orm.js'
import { catchUp } from './follow-licenses.js'
import type { LicenseFact, LicenseSource } from './license-source.js'

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

test('the read model is built from zero, page by page, and then follows event by event', async () => {
  const [one, other] = [aLicense(), aLicense()]
  const events = new Map([['e0', [one, { ...one, status: 'EXPIRED' }]]])
  const source: LicenseSource = {
    facts: async (after) => ({
      facts: [after ? other : one],
      nextCursor: after ? null : 'p1',
      eventCursor: after ? 'e9' : 'e0',
    }),
    events: async (after) => ({ events: (events.get(after) ?? []).map((license) => ({ license })), endCursor: 'e1' }),
  }
  const statuses = async () => {
    const rows = await orm.em
      .fork()
      .execute<{ licenseId: string; status: string }[]>('select license_id as "licenseId", status from learner_license')
    return new Map(rows.map(({ licenseId, status }) => [licenseId, status]))
  }

  expect(await catchUp(orm.em.fork(), source)).toBe(true)
  expect(await statuses()).toEqual(
    new Map([
      [one.licenseId, 'ACTIVE'],
      [other.licenseId, 'ACTIVE'],
    ]),
  )
  expect(await catchUp(orm.em.fork(), source)).toBe(true)
  expect(await statuses()).toEqual(
    new Map([
      [one.licenseId, 'EXPIRED'],
      [other.licenseId, 'ACTIVE'],
    ]),
  )
  expect(await catchUp(orm.em.fork(), source)).toBe(false)
})
