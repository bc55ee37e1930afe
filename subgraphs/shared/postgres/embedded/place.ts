import { createHash } from 'node:crypto'
import { access, chmod, cp, lchown, mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const RECORD = 'place'

/** The folder outside ours that a server's data has moved to, when it has. */
export async function recordedPlace(folder: string): Promise<string | undefined> {
  return readFile(join(folder, RECORD), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    return undefined
  })
}

/** A folder under `elsewhere` that belongs to `folder` alone. */
export async function placeFor(folder: string, elsewhere: string): Promise<string> {
  const name = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 12)
  const place = (await recordedPlace(folder)) ?? join(elsewhere, `creditgraph-${name}`)
  await mkdir(place, { recursive: true, mode: 0o700 })
  return place
}

/** Moves the data to its new place, across disks too, and writes down where it went. */
export async function moveTo(place: string, folder: string): Promise<void> {
  await writeFile(join(folder, RECORD), place)
  const [from, to] = [join(folder, 'cluster'), join(place, 'cluster')]
  if (
    !(await access(from).then(
      () => true,
      () => false,
    ))
  )
    return
  await rename(from, to).catch(async (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EXDEV') throw cause
    await rm(`${to}.moving`, { recursive: true, force: true })
    await cp(from, `${to}.moving`, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
    await rename(`${to}.moving`, to)
    await rm(from, { recursive: true })
  })
}

/** Gives a folder and all in it to an account, and lets nobody else in. */
export async function handOver(place: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  await chmod(place, 0o700)
  for (const entry of ['', ...(await readdir(place, { recursive: true }))]) await lchown(join(place, entry), uid, gid)
}
