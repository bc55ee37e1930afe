import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { generate, loadCodegenConfig } from '@graphql-codegen/cli'
import { askForTypes } from './named-documents.js'

const folder = join('clients', 'graphql')

/** Writes the typed documents of the clients, as codegen.yml says, into `target`. */
export async function generateClients(root: string, target = join(root, folder)): Promise<void> {
  const { config } = await loadCodegenConfig({ configFilePath: join(root, 'codegen.yml') })
  const files = await generate({ ...config, cwd: root, silent: true }, false)
  for (const { filename, content } of askForTypes(files)) {
    const path = join(target, filename.slice(filename.indexOf(folder) + folder.length))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}
