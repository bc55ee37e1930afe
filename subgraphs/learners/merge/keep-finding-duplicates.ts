import type { EntityManager } from '@mikro-orm/postgresql'
import type { AtWork } from '../../shared/at-work.js'
import type { Log } from '../../shared/log.js'
import { pause } from '../../shared/pause.js'
import type { MatchingIndex } from '../matching/follow/matching-index.js'
import { findDuplicates, isSearchDue, type SearchProgress } from './find-duplicates.js'

const everyDays = 7
const lookoutMs = 60_000
/** Between pages, so that a search never keeps claims waiting. */
const breathMs = 100
const politeMs = 1_000

interface SearchTools {
  em: EntityManager
  index: MatchingIndex
  log: Log
  /** Files that somebody waits for: they have the processor to themselves. */
  files: AtWork
}

/** Searches for duplicates once a week while no file is worked on, and goes on with a search that was interrupted, until the signal. */
export async function keepFindingDuplicates(
  { em, index, log, files }: SearchTools,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      if (await isSearchDue(em.fork(), everyDays)) await searchOn({ em, index, log, files }, signal)
    } catch (error) {
      log.warn({ err: error }, 'the search for duplicates was interrupted; it will be continued')
    }
    await pause(lookoutMs, signal)
  }
}

async function searchOn({ em, index, log, files }: SearchTools, signal: AbortSignal): Promise<void> {
  let progress: SearchProgress | undefined
  do {
    while (files.isBusy && !signal.aborted) await pause(politeMs, signal)
    if (signal.aborted) return
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
