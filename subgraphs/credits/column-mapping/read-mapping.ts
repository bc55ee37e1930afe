import type { EntityManager } from '@mikro-orm/postgresql'
import type { ColumnMapping } from './column-mapping.js'
import { headerNames } from './header-fingerprint.js'
import { type FileLook, lookAtFile } from './look-at-file.js'
import { findOwnActivities } from './own-activities.query.js'
import { mappingOf, type Proposal, proposeMapping, type Remembered, type Said } from './propose-mapping.js'
import { findRemembered, type RememberedMapping } from './remembered-mappings.js'

/** A file as it looks, and, unless it is laid out like the template, what its columns are taken for. */
export interface FileReading {
  look: FileLook
  proposal?: Proposal
  remembered?: RememberedMapping
}

/** Looks at a file with what is known, remembered and said of it, and what it was tried with. Throws FileRefusal for one that cannot be read. */
export async function readMapping(
  em: EntityManager,
  providerId: string,
  path: string,
  said?: Said,
  earlier?: ColumnMapping | null,
): Promise<FileReading> {
  const look = await lookAtFile(path)
  if (look.isTemplate) return { look }
  const headers = look.columns.map(({ header }) => header)
  const remembered = await findRemembered(em, providerId, headers)
  const activities = await findOwnActivities(em, providerId, look)
  const proposal = proposeMapping(look, activities, earlier ? saidOf(earlier) : remembered, said)
  return remembered ? { look, proposal, remembered } : { look, proposal }
}

/** What a mapping says, as it would be remembered with all that stands in every row. */
function saidOf({ columns, dayOrder, everyRow }: ColumnMapping): Remembered {
  const names = headerNames(columns.map(({ header }) => header))
  return { dayOrder, everyRow, columns: columns.map(({ key }, i) => ({ name: '', nth: 1, ...names[i], key })) }
}

/**
 * How a file is read that somebody sends without looking at it: as its provider said of such files before. Undefined
 * where it has not said enough.
 */
export async function rememberedFor(
  em: EntityManager,
  providerId: string,
  path: string,
): Promise<ColumnMapping | undefined> {
  const { proposal, remembered } = await readMapping(em, providerId, path)
  return proposal && remembered && !proposal.missing.length && proposal.dayOrder ? mappingOf(proposal) : undefined
}
