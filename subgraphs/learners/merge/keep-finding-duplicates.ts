import type { EntityManager } from '@mikro-orm/postgresql'
import type { Log } from '../../shared/log.js'
import { pause } from '../../shared/pause.js'
import type { MatchingIndex } from '../matching/follow/matching-index.js'
import { findDuplicates, isSearchDue, type SearchProgress } from './find-duplicates.js'

const everyDays = 7
const lookoutMs = 60_000
/** Between pages, so that a search never keeps files or claims waiting. */
const breathMs = 100

interface SearchTools {
  em: EntityManager
  index: MatchingIndex
  log: Log
}

/** Searches for duplicates once a week, and goes on with a search that was interrupted, until the signal. */
export async function keepFindingDuplicates({ em, index, log }: SearchTools, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      if (await isSearchDue(em.fork(), everyDays)) await searchOn({ em, index, log }, signal)
    } catch (error) {
      log.warn({ err: error }, 'the search for duplicates was interrupted; it will be continued')
    }
    await pause(lookoutMs, signal)
  }
}

async function searchOn({ em, index, log }: SearchTools, signal: AbortSignal): Promise<void> {
  let progress: SearchProgress | undefined
  do {
    progress = await searchPage(em, index)
    await pause(breathMs, signal)
  } while (progress && !progress.isFinished && !signal.aborted)
  if (progress?.isFinished)
    log.info({ learners: progress.learners, suggested: progress.suggested }, 'duplicates searched')
}

/** Looks at the next page of learners with the file as it is now. */
export async function searchPage(em: EntityManager, index: MatchingIndex): Promise<SearchProgress | undefined> {
  const engine = await index.engine()
  return findDuplicates(em.fork(), {
    duplicatesOf: (learnerId) => engine.duplicatesOf(learnerId),
    modelVersion: engine.modelVersion,
  })
}
