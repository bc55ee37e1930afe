import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stopOrphan } from '../../subgraphs/shared/postgres/embedded/orphan.js'
import { recordedPlace } from '../../subgraphs/shared/postgres/embedded/place.js'
import { liveHolder } from '../supervisor/data-folder.js'

const prefix = 'bench-'

/** Makes a folder on the disk where everybody’s data lie; those that killed benchmarks have left there are removed. */
export async function makeFolder(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  for (const name of await readdir(dataDir)) {
    const folder = join(dataDir, name)
    if (name.startsWith(prefix) && !(await liveHolder(dataIn(folder)))) await removeFolder(folder)
  }
  return mkdtemp(join(dataDir, prefix))
}

/** Removes a folder with all that its platform has left, its Postgres included. */
export async function removeFolder(folder: string): Promise<void> {
  const postgres = join(dataIn(folder), 'postgres')
  // Root’s Postgres may have its data in a folder of the account that it runs as.
  const place = await recordedPlace(postgres)
  await stopOrphan(join(place ?? postgres, 'cluster'))
  if (place !== undefined) await rm(place, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
}

/** Where the platform of a folder has its data. */
export const dataIn = (folder: string) => join(folder, 'data')
