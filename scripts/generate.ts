import 'reflect-metadata'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateClients } from './generate/clients.js'
import { generateSchema } from './generate/schema.js'

const root = process.cwd()
await mkdir(join(root, 'schema'), { recursive: true })
for (const [name, text] of Object.entries(await generateSchema())) await writeFile(join(root, 'schema', name), text)
await generateClients(root)
console.log('Generated schema/ and clients/graphql/.')
