import type { MikroORM } from '@mikro-orm/postgresql'
import { type FreshDatabase, freshDatabase } from '../../test/setup/postgres.js'
import { Account } from '../account/account.js'
import { gatewayOrm } from '../orm.js'
import { startTestGateway, type TestGateway } from '../testing/gateway.js'
import { apiKeysOf, issueApiKey, revokeApiKey } from './issue-api-key.js'
import { parseKey } from './key-text.js'

const now = new Date('2026-11-20T12:00:00Z')
const wish = { accountId: 'ada', label: 'Learning system', days: 365 }

describe('keys', () => {
  let database: FreshDatabase
  let orm: MikroORM
  beforeAll(async () => {
    database = await freshDatabase('gateway')
    orm = await gatewayOrm(database.url)
    await orm.migrator.up()
    const em = orm.em.fork()
    em.create(Account, { accountId: 'ada', displayName: 'Ada', role: 'PROVIDER_REPORTER', providerId: '0008273' })
    await em.flush()
  })
  afterAll(async () => {
    await orm.close()
    await database.drop()
  })
  beforeEach(() => orm.em.fork().execute('delete from api_key'))

  test('are random, and their secret part is kept nowhere', async () => {
    const [one, other] = [await issueApiKey(orm.em.fork(), wish, now), await issueApiKey(orm.em.fork(), wish, now)]
    expect(one).toMatch(/^cgk_[0-9a-f]{16}\.[\w-]{43}$/)
    expect(one).not.toBe(other)
    const [{ kept } = { kept: '' }] = await orm.em
      .fork()
      .execute<{ kept: string }[]>('select jsonb_agg(to_jsonb(api_key))::text as kept from api_key')
    expect(kept).toContain(parseKey(one)?.keyId)
    expect(kept).not.toContain(parseKey(one)?.secret)
  })

  test('two are live at once, so that one can replace the other', async () => {
    const first = await issueApiKey(orm.em.fork(), wish, now)
    await issueApiKey(orm.em.fork(), wish, now)
    await expect(issueApiKey(orm.em.fork(), wish, now)).rejects.toThrow('has 2 keys already')
    await revokeApiKey(orm.em.fork(), parseKey(first)?.keyId ?? '', now)
    await issueApiKey(orm.em.fork(), wish, now)
    expect((await apiKeysOf(orm.em.fork(), 'ada')).map((key) => key.isLive(now))).toEqual(
      expect.arrayContaining([true, true, false]),
    )
  })

  test('of many that ask at once only two get one', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 6 }, () => issueApiKey(orm.em.fork(), wish, now)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  })

  test.each([
    [{ ...wish, accountId: 'nobody' }, 'no account nobody'],
    [{ ...wish, days: 0 }, '1 to 730 days'],
    [{ ...wish, days: 731 }, '1 to 730 days'],
    [{ ...wish, days: 1.5 }, '1 to 730 days'],
    [{ ...wish, label: ' ' }, 'what the key is for'],
    [{ ...wish, label: 'x'.repeat(81) }, 'what the key is for'],
  ])('%j is refused', async (wrong, message) => {
    await expect(issueApiKey(orm.em.fork(), wrong, now)).rejects.toThrow(message)
  })
})

describe('at the gateway', () => {
  let gateway: TestGateway
  beforeAll(async () => {
    gateway = await startTestGateway()
  })
  afterAll(() => gateway.stop())

  const codeWith = async (key: string) => {
    const response = await fetch(`${gateway.url}/operations`, { headers: { authorization: `Bearer ${key}` } })
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] }
    return errors?.[0]?.extensions.code
  }
  const keyOf = async (days = 1) => {
    await gateway.execute('delete from api_key')
    return gateway.keyFor('ada', days)
  }

  test('a key opens what its account may do', async () => {
    expect(await codeWith(await keyOf())).toBeUndefined()
  })

  test.each<[string, (key: string) => string]>([
    ['another secret', (key) => `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`],
    ['another id', (key) => key.replace(/_[0-9a-f]/, (found) => (found === '_0' ? '_1' : '_0'))],
    ['half of it', (key) => key.slice(0, 30)],
    ['its id alone', (key) => key.split('.')[0] ?? ''],
    ['nothing of it', () => 'cgk_'],
  ])('%s opens nothing', async (_, changed) => {
    expect(await codeWith(changed(await keyOf()))).toBe('UNAUTHENTICATED')
  })

  test('a key that has ended or was revoked opens nothing', async () => {
    const ended = await keyOf()
    await gateway.execute(`update api_key set expires_at = now() - interval '1 second'`)
    expect(await codeWith(ended)).toBe('UNAUTHENTICATED')
    const revoked = await keyOf()
    await gateway.execute('update api_key set revoked_at = now()')
    expect(await codeWith(revoked)).toBe('UNAUTHENTICATED')
  })
})
