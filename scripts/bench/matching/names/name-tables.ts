import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Weighted } from '../../../seed/random/weighted.js'
import { repositoryRoot } from '../../../supervisor/root.js'
import type { Cohort, NameGroup } from './groups.js'
import { readReferenceTables } from './reference-tables.js'
import { readSharedTables } from './shared-tables.js'

export type Sex = 'F' | 'M'

/** The names that people are made with. */
export interface NameTables {
  /** Where the names come from, in words. */
  source: string
  family: Record<NameGroup, Weighted<string>>
  given: Record<Sex, Record<NameGroup, Record<Cohort, Weighted<string>>>>
  /** Given name in lower-case letters → what its bearers may go by. */
  nicknames: ReadonlyMap<string, readonly string[]>
}

/** The folder with public name tables and labelled data, which may be absent. */
export const sharedFolder = (): string => join(repositoryRoot(), '..', 'shared', 'data', 'matching')

/** Reads the public tables where they are present, and those of the reference lists otherwise. */
export async function readNameTables(folder = sharedFolder()): Promise<NameTables> {
  return (await isPresent(join(folder, 'surnames_us_census2000.csv')))
    ? readSharedTables(folder)
    : readReferenceTables()
}

/** True when there is something at a path. */
export const isPresent = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
