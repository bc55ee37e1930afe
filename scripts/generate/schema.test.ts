import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { generateClients } from './clients.js'
import { generateSchema } from './schema.js'

let generated: Record<string, string>

beforeAll(async () => {
  generated = await generateSchema()
})

test('the files in schema/ say what the code says', async () => {
  for (const [name, text] of Object.entries(generated)) expect(await readFile(join('schema', name), 'utf8')).toBe(text)
})

test('the typed documents of the clients are those of their operations', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'creditgraph-generated-'))
  try {
    await generateClients(process.cwd(), folder)
    const names = await readdir(folder)
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      expect(await readFile(join('clients', 'graphql', name), 'utf8')).toBe(await readFile(join(folder, name), 'utf8'))
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('every type, field, argument and value of the graph is described', () => {
  const schema = buildSchema(generated['api.graphql'] ?? '')
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
  const missing = types.flatMap((type) => [
    ...(type.description ||
    ['Query', 'Mutation', 'Subscription', 'String', 'Int', 'Boolean', 'ID', 'Float'].includes(type.name)
      ? []
      : [type.name]),
    ...(isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).flatMap((field) => undescribed(type.name, field))
      : []),
    ...(isInputObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) => undescribed(type.name, { ...field, args: [] }))
      : []),
    ...(isEnumType(type)
      ? type.getValues().flatMap(({ name, description }) => (description ? [] : [`${type.name}.${name}`]))
      : []),
  ])
  expect(missing).toEqual([])
})

test('what is for other parts of the platform is not in the public graph', () => {
  const { 'api.graphql': api, 'learners.graphql': learners, 'providers.graphql': providers } = generated
  expect(learners).toContain('matchLearners')
  expect(providers).toContain('activityFacts')
  expect(api).not.toMatch(/matchLearners|activityFacts|LicenseFact|_entities|_service/)
})

interface Described {
  name: string
  description?: string | null
  args: readonly { name: string; description?: string | null }[]
}

function undescribed(type: string, field: Described): string[] {
  return [
    ...(field.description ? [] : [`${type}.${field.name}`]),
    ...field.args.flatMap((argument) => (argument.description ? [] : [`${type}.${field.name}(${argument.name})`])),
  ]
}
