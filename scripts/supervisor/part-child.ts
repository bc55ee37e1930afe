import { type ChildProcess, fork } from 'node:child_process'
import { constants, getPriority, setPriority } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'
import type { Running } from './keep-running.js'
import { logFile, openLog } from './log-file.js'
import { recordPid } from './pid-file.js'

/** One process of the platform. */
export interface PartSpec {
  name: string
  /** The program and its arguments. */
  program: string
  arguments: readonly string[]
  /** What its node is told beyond the usual. */
  nodeArguments?: readonly string[]
  /** By how many steps it stands behind other processes where processors are short. */
  niceness?: number
  environment: NodeJS.ProcessEnv
  /** Where it runs. */
  folder: string
  /** Addresses that answer 200 when the process is ready. */
  readyUrls: readonly string[]
}

const START_PATIENCE_MS = 120_000
const STOP_PATIENCE_MS = 35_000
const lastPriority = constants.priority.PRIORITY_LOW

/** Starts a process and waits until it is ready; its output goes to a log of its own. */
export async function startPartChild(spec: PartSpec, folders: { runDir: string; logDir: string }): Promise<Running> {
  const log = await openLog(folders.logDir, spec.name)
  // A session of its own: what a terminal sends reaches it only through us.
  const child = fork(spec.program, spec.arguments, {
    env: spec.environment,
    cwd: spec.folder,
    execArgv: ['--enable-source-maps', ...(spec.nodeArguments ?? [])],
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
    detached: true,
  })
  if (spec.niceness && child.pid) setPriority(child.pid, Math.min(lastPriority, getPriority() + spec.niceness))
  await log.close()
  const gone = endOf(child)
  const forget = await recordPid(folders.runDir, spec.name, child.pid)
  const ended = gone.finally(forget)
  try {
    await Promise.race([untilReady(child, spec), ended.then(failedToStart(spec, folders.logDir))])
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return { ended, stop: () => stop(child, ended), kill: () => void child.kill('SIGKILL') }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`))
  })
}

async function untilReady(child: ChildProcess, { name, readyUrls }: PartSpec): Promise<void> {
  const patience = sleep(START_PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new SetupProblem(`The ${name} was not ready after ${START_PATIENCE_MS / 1000} seconds.`)
  })
  await Promise.race([
    patience,
    Promise.all([untilSaid(child, name), ...readyUrls.map((url) => untilHealthy(url, child))]),
  ])
}

function untilSaid(child: ChildProcess, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message === 'ready') resolve()
      const failed = typeof message === 'object' && 'failed' in message ? message.failed : undefined
      if (failed !== undefined) reject(new SetupProblem(`The ${name} did not start: ${failed}`))
    })
  })
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const isReady = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return
    await sleep(50)
  }
}

function failedToStart({ name }: PartSpec, logDir: string) {
  return (how: string) => {
    throw new SetupProblem(`The ${name} did not start (${how}). Its last words are in ${logFile(logDir, name)}.`)
  }
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.connected) child.send('stop')
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS)
  await ended
  clearTimeout(impatience)
}
