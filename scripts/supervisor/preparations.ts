import { mkdir } from 'node:fs/promises'
import { ensureKeys } from '../../subgraphs/shared/security/keys.js'
import type { DatabasePart, Settings } from './settings.js'

/** What a preparation works with. */
export interface PreparationFacts {
  settings: Settings
  /** Each part's own database. */
  databases: Record<DatabasePart, string>
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
]

async function prepareFolders({ settings }: PreparationFacts): Promise<void> {
  await mkdir(settings.spoolDir, { recursive: true, mode: 0o700 })
  await ensureKeys(settings.keysDir, KEY_OWNERS)
}

async function fillDatabases({ settings, databases, report }: PreparationFacts): Promise<void> {
  if (settings.isProduction) return
  // Loaded when it is needed, since it brings every part's entities along.
  const { seedIfEmpty } = await import('../seed/index.js')
  const { centralDay } = await import('../../subgraphs/reference/central-day.js')
  await seedIfEmpty({ urls: databases, today: centralDay(new Date()), log: report })
}
