// Runs one of the project's programs from wherever it stands, a fresh clone included:
// node scripts/launch.mjs <entry> [arguments…], where <entry> is the compiled file below dist/.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './launch/install.mjs'
import { withLock } from './launch/lock.mjs'
import { findNode } from './launch/node.mjs'
import { LaunchProblem } from './launch/problem.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
// npm passes a signal on that a terminal has sent to everybody already: within this time it is the same one.
const ECHO_MS = 500

try {
  process.exitCode = await launch(process.argv[2], process.argv.slice(3))
} catch (error) {
  if (!(error instanceof LaunchProblem)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function launch(entry, args) {
  if (entry === undefined) throw new LaunchProblem('Say what to run: node scripts/launch.mjs <entry> [arguments]')
  const interrupted = await withLock(join(root, 'dist', '.launch.lock'), async (lock) => {
    const install = await ensureInstalled(root, (file, options) => run(file, options, lock))
    if (install !== 0) return install
    const { buildServer } = await import('./build-server.mjs')
    await buildServer(root)
    return 0
  })
  if (interrupted !== 0) return interrupted
  const watch = join(root, 'scripts', 'launch', 'stop-with-launcher.mjs')
  const nodeArguments = ['--enable-source-maps', '--import', watch, join(root, 'dist', entry), ...args]
  return run(findNode(root), { args: nodeArguments, leader: process.platform !== 'win32' })
}

/** Runs a program to its end and passes our signals on; resolves to its exit code, or to 128 and its signal. */
function run(file, { args, leader = false, shell = false }, lock) {
  const child = spawn(file, args, {
    cwd: root,
    shell,
    // A group of its own: what a terminal sends reaches the program through us alone, and once.
    detached: leader,
    stdio: leader ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  })
  if (child.pid !== undefined) lock?.alsoHeldBy(child.pid)
  const send = (signal) => {
    try {
      if (leader) process.kill(-child.pid, signal)
      else child.kill(signal)
    } catch (error) {
      if (error.code !== 'ESRCH') throw error
    }
  }
  const stopForwarding = forwardSignals(send)
  const stopWatching = endWithNpm(send)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  }).finally(() => {
    stopForwarding()
    stopWatching()
  })
}

// npm that is told to end tells only the shell between, which ends without a word to us.
function endWithNpm(send) {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    send('SIGTERM')
  }, ECHO_MS)
  return () => clearInterval(watch)
}

function forwardSignals(send) {
  const last = {}
  const forward = (signal) => {
    const now = performance.now()
    if (now - (last[signal] ?? -ECHO_MS) < ECHO_MS) return
    last[signal] = now
    send(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  return () => {
    for (const signal of signals) process.off(signal, forward)
  }
}
