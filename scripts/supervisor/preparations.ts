import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureKeys } from '../../subgraphs/shared/security/keys.js'
import type { PlatformDatabases } from './parts.js'
import type { Settings } from './settings.js'

/** What a preparation works with. */
export interface PreparationFacts {
  settings: Settings
  /** Each part's own database. */
  databases: PlatformDatabases
  /** What the next progress line says. */
  report: (state: string) => void
}

/** A step between the databases and the parts. */
export interface Preparation {
  title: string
  run: (facts: PreparationFacts) => Promise<unknown>
}

// Those whose word other parts of the platform trust.
const KEY_OWNERS = ['gateway', 'credits']

/** In this order, each time; a step that has nothing to do is quick. */
export const PREPARATIONS: readonly Preparation[] = [
  { title: 'Preparing keys and folders', run: prepareFolders },
  { title: 'Migrating the databases, and filling them for a demonstration when they are empty', run: fillDatabases },
  { title: 'Filling the sandbox with made-up data when it is empty', run: fillSandbox },
]

async function prepareFolders({ settings }: PreparationFacts): Promise<void> {
  await mkdir(settings.spoolDir, { recursive: true, mode: 0o700 })
  await ensureKeys(settings.keysDir, KEY_OWNERS)
  if (!settings.sandbox) return
  await mkdir(settings.sandbox.spoolDir, { recursive: true, mode: 0o700 })
  await ensureKeys(settings.sandbox.keysDir, KEY_OWNERS)
}

async function fillDatabases({ settings, databases, report }: PreparationFacts): Promise<void> {
  if (settings.isProduction) return
  // Loaded when it is needed, since it brings every part's entities along.
  const { seedIfEmpty } = await import('../seed/index.js')
  const { centralDay } = await import('../../subgraphs/reference/central-day.js')
  const today = centralDay(new Date())
  await seedIfEmpty({ urls: databases, today, log: report })
  await offerSample(join(settings.dataDir, 'sample'), today)
}

async function fillSandbox({ databases: { sandbox }, report }: PreparationFacts): Promise<void> {
  if (!sandbox) return
  const { seedSandboxIfEmpty } = await import('../seed/index.js')
  const { centralDay } = await import('../../subgraphs/reference/central-day.js')
  await seedSandboxIfEmpty({ urls: sandbox, today: centralDay(new Date()), log: report })
}

/** Puts the file of the tour where the gateway offers it, with days that fit the demonstration data of the same day. */
async function offerSample(folder: string, today: string): Promise<void> {
  const path = join(folder, 'learner-credit-500.xlsx')
  if (existsSync(path)) return
  const { writeSampleWorkbook } = await import('../seed/sample-file/sample-workbook.js')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeSampleWorkbook(`${path}.draft`, today)
  await rename(`${path}.draft`, path)
}
