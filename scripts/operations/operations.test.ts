import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { operationIdOf } from '../../gateway/operation/judge-operation.js'
import { operationsIn } from '../../gateway/operation/partner-manifest.js'
import { startTestGateway, type TestGateway } from '../../gateway/testing/gateway.js'
import { runOperations } from './run-operations.js'

const me = 'query Me { viewer { displayName } }'
const newer = 'query Me { viewer { displayName role } }'

let folder: string
let gateway: TestGateway
let keys: Record<'ada' | 'bo' | 'op', string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-operations-'))
  gateway = await startTestGateway()
  await gateway.execute(`insert into account (account_id, display_name, role) values ('op', 'Op', 'OPERATOR')`)
  const [ada, bo, op] = await Promise.all([gateway.keyFor('ada'), gateway.keyFor('bo'), gateway.keyFor('op')])
  keys = { ada, bo, op }
})
afterAll(async () => {
  await gateway.stop()
  await rm(folder, { recursive: true })
})

const path = (name: string) => join(folder, name)

async function manifest(...bodies: string[]): Promise<string> {
  await writeFile(path('manifest.json'), JSON.stringify({ operations: bodies.map((body) => ({ body })) }))
  return path('manifest.json')
}

/** Runs a command as one of the people; resolves to the exit code and to what is shown. */
async function run(who: keyof typeof keys, ...args: string[]): Promise<{ code: number; shown: string }> {
  const lines: string[] = []
  const environment = { CREDITGRAPH_KEY: keys[who], CREDITGRAPH_URL: gateway.url }
  const code = await runOperations(args, environment, (line) => lines.push(line))
  return { code, shown: lines.join('\n') }
}

test('a manifest is checked without being kept, registered, listed, deprecated and withdrawn', async () => {
  const file = await manifest(me)
  expect(await run('ada', 'check', file)).toEqual({ code: 0, shown: expect.stringMatching(/^Me +1 +ACCEPTABLE +1$/m) })
  expect((await run('ada', 'list')).shown).toBe('No operation is registered.')
  expect((await run('ada', 'register', file)).shown).toMatch(/^Me +1 +REGISTERED +1$/m)
  expect((await run('ada', 'list')).shown).toMatch(/^Me +1 +QUERY +1 +0 +0 +never +live$/m)
  expect((await run('ada', 'deprecate', 'Me')).shown).toMatch(/deprecated \d{4}-\d\d-\d\d$/)
  expect((await run('ada', 'withdraw', 'Me')).shown).toMatch(/withdrawn \d{4}-\d\d-\d\d$/)
})

test('what is refused is said with its reason, and the exit code is 1', async () => {
  const { code, shown } = await run('ada', 'register', await manifest(me, 'query Bad { nothing }'))
  expect(code).toBe(1)
  expect(shown).toMatch(/^✗ Operation 2: Cannot query field "nothing"/m)
})

test('the answer is JSON where a program asks for it', async () => {
  const { shown } = await run('ada', 'check', await manifest(newer), '--json')
  expect(JSON.parse(shown).operations).toMatchObject([{ name: 'Me', outcome: 'ACCEPTABLE' }])
})

test('an export has the newest versions, and can be registered again by somebody else', async () => {
  await run('ada', 'register', await manifest(me))
  await run('ada', 'register', await manifest(newer))
  expect((await run('ada', 'export', path('ada.json'))).shown).toContain('1 operation.')
  expect((await run('bo', 'register', path('ada.json'))).shown).toMatch(/^Me +1 +REGISTERED +1$/m)
})

test('an operator exports the operations of all, every version, and nobody else does', async () => {
  const all = path('partners')
  await run('op', 'export', '--all', all)
  await writeFile(
    join(all, 'gone.json'),
    JSON.stringify({ format: 'apollo-persisted-query-manifest', partner: 'gone' }),
  )
  expect((await run('op', 'export', '--all', all)).shown.split('\n')).toEqual([
    'ada: 2 operations',
    'bo: 1 operation',
    `2 partners in ${all}.`,
  ])
  expect(await readdir(all)).toEqual(['ada.json', 'bo.json'])
  const ada = operationsIn(JSON.parse(await readFile(join(all, 'ada.json'), 'utf8')))
  expect(ada).toEqual([
    { partner: 'ada', name: 'Me', version: 1, text: me },
    { partner: 'ada', name: 'Me', version: 2, text: newer },
  ])
  await expect(run('bo', 'export', '--all', all)).rejects.toThrow('FORBIDDEN: Only operators')
})

test('what does not run is named, and the exit code is 1', async () => {
  const text = 'query Gone { viewer { gone } }'
  await gateway.execute(`insert into registered_operation
    (account_id, name, version, operation_id, kind, text, cost, registered_at)
    values ('bo', 'Gone', 1, '${operationIdOf(text)}', 'QUERY', '${text}', 1, now())`)
  for (const who of ['bo', 'op'] as const) {
    const { code, shown } = await run(who, 'list')
    expect([code, shown]).toEqual([1, expect.stringContaining('✗ bo: Gone (version 1) does not run. Viewer.gone: ')])
  }
  expect((await run('ada', 'list')).code).toBe(0)
})

test('what is deprecated is told with its use', async () => {
  expect(await run('op', 'deprecations')).toEqual({ code: 0, shown: 'Nothing is deprecated.' })
})

test.each<[string, string[], RegExp]>([
  ['no command', [], /^Usage: /],
  ['an unknown command', ['destroy'], /^Usage: /],
  ['a command without its file', ['check'], /^Usage: /],
  ['a command with too much', ['list', 'more'], /^Usage: /],
  ['an option that there is not', ['list', '--now'], /^Usage: /],
  ['a file that there is not', ['check', '/nowhere.json'], /^\/nowhere\.json cannot be read/],
  ['a name that is not registered', ['withdraw', 'Never'], /^NOT_FOUND: No operation is registered as Never/],
  ['a key that is none', ['list', '--key', 'cgk_none'], /^UNAUTHENTICATED: /],
  ['an address where nothing answers', ['list', '--url', 'http://127.0.0.1:9'], /Start it, or give --url/],
  ['an address that is none', ['list', '--url', 'nowhere'], /nowhere is no address/],
])('%s is answered by a sentence', async (_, args, says) => {
  await expect(run('ada', ...args)).rejects.toThrow(says)
})

test('a key is asked for', async () => {
  await expect(runOperations(['list'], {}, () => undefined)).rejects.toThrow('Give a key by --key or CREDITGRAPH_KEY')
})
