import 'reflect-metadata'
import { join } from 'node:path'
import { clientsAreFresh } from './build-clients.js'
import { Platform } from './supervisor/platform.js'
import { runProgram } from './supervisor/program.js'
import { Progress } from './supervisor/progress.js'
import { repositoryRoot } from './supervisor/root.js'
import { runPlatform } from './supervisor/run-platform.js'
import { readSettings } from './supervisor/settings.js'

const here = import.meta.dirname
const progress = new Progress((line) => console.log(line))

await runPlatform(progress, (giveUp) => {
  const settings = readSettings(process.env, repositoryRoot())
  const buildApps = async (signal: AbortSignal) => {
    if (await clientsAreFresh()) return
    await runProgram('build', [join(here, 'build.js')], { logDir: settings.logDir, signal })
  }
  const partProgram = join(here, 'supervisor', 'part-process.js')
  return new Platform({ settings, environment: process.env, progress, partProgram, buildApps, giveUp })
})
