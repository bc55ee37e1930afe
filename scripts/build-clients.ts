import { createHash } from 'node:crypto'
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { repositoryRoot } from './supervisor/root.js'

const root = repositoryRoot()
const clients = join(root, 'clients')
const dist = join(root, 'dist')
const output = join(dist, 'clients')
const stamp = join(dist, '.clients-build')

/** Whether dist/clients is what the sources say, so that there is nothing to build. */
export async function clientsAreFresh(): Promise<boolean> {
  const built = await readFile(stamp, 'utf8').catch(() => undefined)
  return built === (await digestOfSources()) && (await exists(output))
}

/** Builds the apps into dist/clients, if anything they are made from has changed since the last time. */
export async function buildClients(): Promise<void> {
  if (await clientsAreFresh()) return
  const digest = await digestOfSources()
  const { build } = await import('vite')
  const fresh = `${output}.${process.pid}`
  const { NODE_ENV } = process.env
  await build({
    configFile: join(clients, 'vite.config.ts'),
    root: clients,
    logLevel: 'warn',
    build: { outDir: fresh, emptyOutDir: true },
  })
  await build({
    configFile: join(clients, 'graphiql', 'vite.config.ts'),
    root: clients,
    logLevel: 'error',
    build: { outDir: fresh, emptyOutDir: false },
  })
  // Vite says in the environment that it builds for production, which everything started from here would hear.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = NODE_ENV
  await replace(output, fresh)
  await writeFile(stamp, digest)
}

// Somebody may be served from the folder at this moment: it is missing for an instant, but never half there.
async function replace(folder: string, fresh: string): Promise<void> {
  const former = `${fresh}.former`
  await mkdir(folder, { recursive: true })
  await rename(folder, former)
  await rename(fresh, folder)
  await rm(former, { recursive: true })
}

async function digestOfSources(): Promise<string> {
  const entries = await readdir(clients, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const file of [...files, join(root, 'package-lock.json')])
    hash.update(relative(root, file)).update(await readFile(file))
  return hash.digest('hex')
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
