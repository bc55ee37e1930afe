import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { answering, startTestGateway, type TestGateway } from '../../testing/gateway.js'
import { commentOf, typescriptOf } from './typescript-of.js'

const run = promisify(execFile)
const operations = [
  'query Me { viewer { displayName role } }',
  'query MyBatches($first: Int! = 10, $after: String) { batches(first: $first, after: $after) { edges { node { batchId state } } } }',
  'query Check($learner: LearnerIdentificationInput!) { validateLearner(learner: $learner) { isValid } }',
  'mutation Cancel($id: ID!) { cancelUpload(batchId: $id) { state } }',
]

let folder: string
let gateway: TestGateway
let key: string
let text: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'creditgraph-client-'))
  gateway = await startTestGateway()
  key = await gateway.keyFor('ada')
  const body = JSON.stringify({ operations: operations.map((each) => ({ body: each })) })
  await fetch(`${gateway.url}/operations`, { method: 'POST', headers: { authorization: `Bearer ${key}` }, body })
  text = await (
    await fetch(`${gateway.url}/operations/client.ts`, { headers: { authorization: `Bearer ${key}` } })
  ).text()
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await writeFile(join(folder, 'client.ts'), text)
})
afterAll(async () => {
  await gateway.stop()
  await rm(folder, { recursive: true })
})

/** What the compiler says of a program that uses the client. */
async function compile(program: string): Promise<string> {
  await writeFile(join(folder, 'program.ts'), `import { createClient } from './client.js'\n${program}`)
  const flags = [
    '--strict',
    '--noUncheckedIndexedAccess',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--lib',
    'es2022,dom',
  ]
  const tsc = join(process.cwd(), 'node_modules/.bin/tsc')
  return run(tsc, [...flags, '--types', '', '--outDir', folder, join(folder, 'program.ts')], { cwd: folder }).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  )
}

const asking = `const client = createClient({ url: process.env.URL, key: process.env.KEY })`.replaceAll(
  /process\.env\.(\w+)/g,
  `'$1'`,
)

test('it compiles, and a program that uses it is checked against what is registered', async () => {
  expect(
    await compile(`${asking}
      export async function names(): Promise<string | undefined> {
        const { viewer } = await client.Me()
        const { batches } = await client.MyBatches({ after: 'x' })
        const id: string | undefined = batches.edges[0]?.node.batchId
        const { validateLearner } = await client.Check({ learner: { givenName: 'Dee', familyName: 'M', birthMonth: 9, birthDay: 10 } })
        const isValid: boolean = validateLearner.isValid
        return isValid ? viewer?.displayName : id
      }`),
  ).toBe('')
  const wrong = await compile(`${asking}
    export const wrong = async () => [
      await client.Gone(),
      (await client.Me()).viewer?.password,
      await client.Cancel(),
      await client.MyBatches({ first: 'many' }),
    ]`)
  for (const said of ['Gone', 'password', 'Expected 1 arguments', 'number']) expect(wrong).toContain(said)
}, 60_000)

test('it asks by hash, answers what was selected, and throws what was refused', async () => {
  const { createClient } = await import(pathToFileURL(join(folder, 'client.js')).href)
  const client = createClient({ url: gateway.url, key })
  gateway.subgraphs.answer = answering(200, { data: { viewer: { displayName: 'Ada', role: 'PROVIDER_REPORTER' } } })
  expect(await client.Me()).toEqual({ viewer: { displayName: 'Ada', role: 'PROVIDER_REPORTER' } })
  gateway.subgraphs.answer = answering(200, {
    errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }],
    data: null,
  })
  await expect(client.MyBatches()).rejects.toMatchObject({
    message: 'No.',
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  })
  const stranger = createClient({ url: gateway.url, key: 'cgk_nothing' })
  await expect(stranger.Me()).rejects.toMatchObject({ status: 401 })
})

test('an account without operations has a client without functions, and nobody has none', async () => {
  const authorization = `Bearer ${await gateway.keyFor('bo')}`
  const response = await fetch(`${gateway.url}/operations/client.ts`, { headers: { authorization } })
  expect(await response.text()).not.toContain('MyBatches')
  expect((await fetch(`${gateway.url}/operations/client.ts`)).status).toBe(401)
})

test.each<[string, object, string]>([
  ['a list', { type: 'array', items: { type: 'integer' } }, 'Array<number>'],
  ['what may be missing', { type: ['string', 'null'] }, 'string | null'],
  ['one of several', { anyOf: [{ type: 'string', enum: ['A', 'B'] }, { type: 'null' }] }, '"A" | "B" | null'],
  ['an object of another name', { $ref: '#/components/schemas/Name' }, 'Inputs["Name"]'],
  ['nothing known', {}, 'unknown'],
  ['an object without members', { type: 'object', properties: {} }, 'Record<string, never>'],
  [
    'members',
    { type: 'object', properties: { a: { type: 'boolean' }, b: { type: 'null' } }, required: ['a'] },
    '{\n"a": boolean\n"b"?: null\n}',
  ],
])('%s', (_, schema, type) => expect(typescriptOf({ ...schema })).toBe(type))

test('no description ends its comment', () => expect(commentOf('a */ b', 'c\nd')).toBe('/** a *\\/ b c d */\n'))
