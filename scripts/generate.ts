import 'reflect-metadata'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkChange } from './generate/check-change.js'
import { generateClients } from './generate/clients.js'
import { readReleased, release } from './generate/released.js'
import { generateSchema } from './generate/schema.js'

const root = process.cwd()
const { values } = parseArgs({ options: { release: { type: 'boolean', default: false } } })
const files = await generateSchema()
const { 'api.graphql': api = '', 'supergraph.graphql': supergraph = '' } = files
const { failures, notes } = await checkChange({ api, supergraph, ...(await readReleased(root)) })
if (failures.length) {
  for (const failure of failures) console.error(`✗ ${failure}`)
  console.error('Nothing is written.')
  process.exitCode = 1
} else {
  for (const note of notes) console.log(`• ${note}`)
  await write()
}

async function write(): Promise<void> {
  await mkdir(join(root, 'schema'), { recursive: true })
  for (const [name, text] of Object.entries(files)) await replace(join(root, 'schema', name), text)
  await generateClients(root)
  console.log('Generated schema/ and clients/graphql/.')
  if (!values.release) return
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  await release(root, api, { version, releasedOn: new Date().toISOString().slice(0, 10) })
  console.log(`schema/released/ is what ${version} promises from now on.`)
}

/** A gateway that watches the file never reads half of it. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}
