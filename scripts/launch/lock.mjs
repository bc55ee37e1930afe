import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const HEARTBEAT_MS = 2_000
// A holder on another machine or in another container cannot be asked; its silence has to speak.
const SILENCE_MS = 30_000

/** Does work that nobody else may do at the same time, waiting for them first; a holder that died is not waited for. */
export async function withLock(file, work, say = console.error) {
  const lock = await acquire(file, say)
  const heartbeat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => undefined), HEARTBEAT_MS)
  try {
    return await work(lock)
  } finally {
    clearInterval(heartbeat)
    await lock.release()
  }
}

async function acquire(file, say) {
  const holder = { pids: [process.pid], host: hostname(), id: randomUUID() }
  const write = (flag) => writeFile(file, JSON.stringify(holder), { flag })
  for (let told = false; ; told = true) {
    try {
      await mkdir(dirname(file), { recursive: true })
      await write('wx')
      break
    } catch (error) {
      // Who may not write here cannot install or build either, and only looks whether both are done.
      if (error.code === 'EACCES' || error.code === 'EROFS')
        return { alsoHeldBy: () => undefined, release: () => undefined }
      if (error.code !== 'EEXIST') throw error
    }
    if (await removeIfStale(file)) continue
    if (!told) say('Another start is preparing this folder; waiting for it…')
    await sleep(200)
  }
  return {
    alsoHeldBy(pid) {
      holder.pids.push(pid)
      return write('w')
    },
    release: () => rm(file, { force: true }),
  }
}

async function removeIfStale(file) {
  try {
    const content = await readFile(file, 'utf8')
    if (await isAlive(file, content)) return false
    const aside = `${file}.${randomUUID()}`
    await rename(file, aside)
    const taken = await readFile(aside, 'utf8')
    await rm(aside)
    // Somebody was quicker and what we took away is their new lock: it goes back.
    if (taken !== content) await writeFile(file, taken, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EEXIST') return true
    throw error
  }
}

async function isAlive(file, content) {
  const { mtimeMs } = await stat(file)
  const isSilent = Date.now() - mtimeMs > SILENCE_MS
  const holder = content === '' ? undefined : JSON.parse(content)
  return holder?.host === hostname() ? holder.pids.some(isRunning) : !isSilent
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code !== 'ESRCH'
  }
}
