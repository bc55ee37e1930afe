import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PartnerPage } from '../../gateway/operation/operation-reports.js'
import type { PartnerManifest } from '../../gateway/operation/partner-manifest.js'
import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'
import type { RegistryClient } from './registry-client.js'
import {
  type BrokenLine,
  counted,
  type DeprecationLine,
  deprecationTable,
  type ListedLine,
  listTable,
  type RegistrationLine,
  registrationTable,
} from './tables.js'

/** What a command has to say: for people, and as JSON. */
export interface Said {
  text: string
  json: unknown
  /** True where the platform has refused something, or will. */
  isRefusal?: boolean
}

export interface Command {
  /** What it takes, as the usage says it; undefined where it takes nothing. */
  takes?: string
  does: string
  run: (registry: RegistryClient, argument: string) => Promise<Said>
}

interface Listed {
  operations: ListedLine[]
  broken?: BrokenLine[]
}

/** Where the checks of `npm run generate` look for the operations of partners. */
const partnersFolder = join('schema', 'partner-operations')

const send = (isDryRun: boolean) => async (registry: RegistryClient, file: string) => {
  const path = isDryRun ? '/operations?dryRun=true' : '/operations'
  const json = await registry.ask<{ operations: RegistrationLine[] }>(path, {
    method: 'POST',
    body: await readText(file),
  })
  const isRefusal = json.operations.some(({ outcome }) => outcome === 'REFUSED')
  return { json, text: registrationTable(json.operations), isRefusal }
}

const end = (method: string, suffix: string) => async (registry: RegistryClient, name: string) => {
  const json = await registry.ask<Listed>(`/operations/${encodeURIComponent(name)}${suffix}`, { method })
  return {
    json,
    text: listTable(
      json.operations.filter((operation) => operation.name === name),
      [],
    ),
  }
}

/** What can be done with the operations of an account. */
export const commands: Readonly<Record<string, Command>> = {
  list: {
    does: 'names, costs and use; and what does not run with a schema',
    run: async (registry) => {
      const json = await registry.ask<Listed>('/operations')
      const { operations, broken = [] } = json
      return { json, text: listTable(operations, broken), isRefusal: broken.length > 0 }
    },
  },
  check: {
    takes: 'FILE',
    does: 'what each operation of a manifest would cost, and what stands against it',
    run: send(true),
  },
  register: { takes: 'FILE', does: 'registers all operations of a manifest, or none', run: send(false) },
  deprecate: { takes: 'NAME', does: 'marks what should no longer be used', run: end('POST', '/deprecation') },
  withdraw: { takes: 'NAME', does: 'lets every version of a name be answered no longer', run: end('DELETE', '') },
  deprecations: {
    does: 'what of the schema should no longer be used, and what still uses it',
    run: async (registry) => {
      const json = await registry.ask<{ deprecations: DeprecationLine[] }>('/operations/deprecations')
      return { json, text: deprecationTable(json.deprecations) }
    },
  },
  export: {
    takes: 'FILE',
    does: 'writes the newest version of each operation as a manifest that can be registered again',
    run: async (registry, file) => {
      const manifest = await registry.ask<PartnerManifest>('/operations/manifest')
      const newest = new Map(manifest.operations.map((operation) => [operation.name, operation]))
      const json = { ...manifest, operations: [...newest.values()] }
      await writeFile(file, toText(json))
      return { json, text: `${file}: ${counted(json.operations.length, 'operation')}.` }
    },
  },
  'export --all': {
    takes: `[FOLDER, ${partnersFolder}]`,
    does: 'for operators: writes a manifest for each partner, every version, which npm run generate checks',
    run: async (registry, folder) => exportAll(registry, folder || partnersFolder),
  },
}

async function exportAll(registry: RegistryClient, folder: string): Promise<Said> {
  await mkdir(folder, { recursive: true })
  const written: { partner: string; operations: number }[] = []
  let next: string | null = ''
  while (next !== null) {
    const page: PartnerPage = await registry.ask<PartnerPage>(`/operations/partners?after=${encodeURIComponent(next)}`)
    for (const { account } of page.partners) {
      const path = `/operations/manifest?account=${encodeURIComponent(account)}`
      const manifest = await registry.ask<PartnerManifest>(path)
      await writeFile(join(folder, fileOf(account)), toText(manifest))
      written.push({ partner: account, operations: manifest.operations.length })
    }
    next = page.next
  }
  await removeOthers(folder, new Set(written.map(({ partner }) => partner)))
  const lines = written.map(({ partner, operations }) => `${partner}: ${counted(operations, 'operation')}`)
  return { json: written, text: [...lines, `${counted(written.length, 'partner')} in ${folder}.`].join('\n') }
}

/** A partner that has nothing any more holds nothing up; files that are no manifest of a partner are not ours to remove. */
async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json'))) {
    const { format, partner } = JSON.parse(await readText(join(folder, file))) as Partial<PartnerManifest>
    const isOurs = format === 'apollo-persisted-query-manifest' && partner !== undefined && file === fileOf(partner)
    if (isOurs && !kept.has(partner)) await rm(join(folder, file))
  }
}

const fileOf = (partner: string) => `${encodeURIComponent(partner)}.json`

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new SetupProblem(`${file} cannot be read. Give the path of a manifest.`, { cause })
  }
}

const toText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
