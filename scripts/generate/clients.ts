import { join } from 'node:path'
import { generate, loadCodegenConfig } from '@graphql-codegen/cli'

/** Writes the typed documents of the clients, as codegen.yml says. */
export async function generateClients(root: string): Promise<void> {
  const { config } = await loadCodegenConfig({ configFilePath: join(root, 'codegen.yml') })
  await generate({ ...config, cwd: root, silent: true }, true)
}
