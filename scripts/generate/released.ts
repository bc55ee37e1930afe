import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildSchema, getOperationAST, parse } from 'graphql'
import { operationsIn } from '../../gateway/operation/partner-manifest.js'
import type { KnownOperation } from '../../gateway/schema-change/broken-operations.js'
import { type ApiChange, apiChanges } from './api-changes.js'
import type { AcceptedChange, ChangeToCheck } from './check-change.js'

/** What one release has changed for callers. */
export interface Release {
  version: string
  releasedOn: string
  changes: (ApiChange & { reason?: string })[]
}

const released = (root: string, file: string) => join(root, 'schema', 'released', file)
const pagesFile = 'persisted-documents.json'

/** Reads what a new schema must not break. */
export async function readReleased(root: string): Promise<Omit<ChangeToCheck, 'api' | 'supergraph'>> {
  return {
    released: await readFile(released(root, 'api.graphql'), 'utf8'),
    accepted: await readJson<AcceptedChange[]>(released(root, 'accepted-changes.json')),
    partners: await readPartners(join(root, 'schema', 'partner-operations')),
    pages: pagesIn(await readJson<Record<string, string>>(released(root, pagesFile))),
  }
}

/**
 * Makes a schema the released one: writes down what it has changed for callers, with the reasons of what it breaks, and starts
 * anew with nothing accepted.
 */
export async function release(
  root: string,
  api: string,
  { version, releasedOn }: Omit<Release, 'changes'>,
): Promise<void> {
  const accepted = await readJson<AcceptedChange[]>(released(root, 'accepted-changes.json'))
  const before = await readFile(released(root, 'api.graphql'), 'utf8')
  const found = await apiChanges(buildSchema(before), buildSchema(api))
  const changes = found.map((one) => {
    const acceptance = accepted.find(({ change, coordinate }) => change === one.change && coordinate === one.coordinate)
    return { ...one, ...(acceptance && { reason: acceptance.reason }) }
  })
  const earlier = await readJson<Release[]>(released(root, 'changes.json'))
  const pages = await readFile(join(root, 'clients', 'graphql', pagesFile), 'utf8')
  await writeFile(released(root, 'changes.json'), toText([{ version, releasedOn, changes }, ...earlier]))
  await writeFile(released(root, pagesFile), pages)
  await writeFile(released(root, 'accepted-changes.json'), toText([]))
  await writeFile(released(root, 'api.graphql'), api)
}

async function readPartners(folder: string): Promise<KnownOperation[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const operations = await Promise.all(
    files.map(async (file) => {
      try {
        return operationsIn(await readJson(join(folder, file)))
      } catch (cause) {
        throw new Error(`schema/partner-operations/${file} cannot be read. ${(cause as Error).message}`, { cause })
      }
    }),
  )
  return operations.flat()
}

/** The pages’ own manifest has texts by their hashes; the name stands in the text. */
const pagesIn = (texts: Readonly<Record<string, string>>): KnownOperation[] =>
  Object.values(texts).map((text) => ({
    partner: 'our pages of the last release',
    name: getOperationAST(parse(text))?.name?.value ?? 'an operation',
    text,
  }))

const readJson = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T

const toText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
