import pg from 'pg'
import { freshDatabases, serverUrl } from '../../../test/setup/postgres.js'
import { partUrl, provision } from './provision.js'

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

function inDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

test('a part owns its database and is nobody elsewhere', async () => {
  const { apples, pears } = await freshDatabases(['apples', 'pears'])
  const pearsName = new URL(pears.url).pathname.slice(1)
  const may = 'select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication as more from pg_roles'

  await ask(apples.url, 'create table crate (id int)')
  expect(await ask(apples.url, `${may} where rolname = current_user`)).toEqual([{ more: false }])
  for (const elsewhere of [pearsName, 'postgres', 'template1']) {
    await expect(ask(inDatabase(apples.url, elsewhere), 'select 1')).rejects.toThrow('permission denied for database')
  }
  await expect(ask(apples.url, 'create role worm')).rejects.toThrow('permission denied to create role')
  await Promise.all([apples.drop(), pears.drop()])
})

test('provisioning again, and twice at once, changes nothing', async () => {
  const { apples } = await freshDatabases(['apples'])
  const prefix = new URL(apples.url).username.replace(/_apples$/, '')
  const request = { adminUrl: serverUrl(), parts: ['apples'], prefix }
  await ask(apples.url, 'create table crate (id int)')

  const answers = await Promise.all([provision(request), provision(request)])

  expect(answers).toEqual([{ apples: apples.url }, { apples: apples.url }])
  expect(await ask(apples.url, 'select * from crate')).toEqual([])
  await apples.drop()
})

test('an administrator who may only create roles and databases is enough', async () => {
  const name = 'test_landlord'
  await ask(serverUrl(), `create role ${name} login createdb createrole password 'keys'`)
  const landlord = Object.assign(new URL(serverUrl()), { username: name, password: 'keys' }).href
  await ask(serverUrl(), `grant connect on database postgres to ${name}`)
  const request = { adminUrl: landlord, parts: ['flat'], prefix: 'test_house' }

  await provision(request)
  const { flat = '' } = await provision(request)

  expect(await ask(flat, 'select current_user, current_database()')).toEqual([
    { current_user: 'test_house_flat', current_database: 'test_house_flat' },
  ])
  await expect(ask(inDatabase(landlord, 'test_house_flat'), 'select 1')).rejects.toThrow('permission denied')
  await ask(serverUrl(), 'drop database test_house_flat')
  await ask(serverUrl(), 'drop role test_house_flat')
  await ask(serverUrl(), `revoke connect on database postgres from ${name}`)
  await ask(serverUrl(), `drop role ${name}`)
})

test('addresses that are given are taken as they are', async () => {
  const given = { apples: 'postgres://someone@elsewhere/apples' }
  expect(await provision({ parts: ['apples'], given })).toEqual(given)
})

test('a role that may more than a part should is not taken over', async () => {
  await ask(serverUrl(), 'create role test_proud_apples createrole')
  const request = { adminUrl: serverUrl(), parts: ['apples'], prefix: 'test_proud' }
  await expect(provision(request)).rejects.toThrow('may do more than a part should')
  await ask(serverUrl(), 'drop role test_proud_apples')
})

test.each([
  ['no password', 'postgres://postgres@127.0.0.1/postgres', 'DATABASE_URL_APPLES'],
  ['no address', 'localhost', 'has to look like'],
  ['another kind of address', 'mysql://root:secret@127.0.0.1/x', 'has to look like'],
  ['nobody there', 'postgres://postgres:secret@127.0.0.1:1/postgres', 'does not let us in'],
])('%s: says what to do', async (_, adminUrl, sentence) => {
  await expect(provision({ adminUrl, parts: ['apples'] })).rejects.toThrow(sentence)
})

test('what else stands in the address stays in it', () => {
  const url = new URL(partUrl('postgresql://admin:p%40ss@db.example:6432/admin?sslmode=require', 'apples'))
  expect(url.host).toBe('db.example:6432')
  expect(url.search).toBe('?sslmode=require')
  expect(url.pathname).toBe('/creditgraph_apples')
})
