import type { EntityManager } from '@mikro-orm/postgresql'
import { conflict } from '../../shared/errors.js'
import type { Learner } from '../learner/learner.js'
import { groupSize, maxGroup } from './survivors.js'

/** Throws CONFLICT where two learners cannot become one. */
export async function refuseImpossible(em: EntityManager, merged: Learner, survivor: Learner): Promise<void> {
  if (merged.survivor || survivor.survivor)
    throw conflict(
      'One of the two was merged already. Name the one to whom that record leads, or take that merge back.',
    )
  if (merged.npi && survivor.npi && merged.npi !== survivor.npi)
    throw conflict(
      'The two have different NPIs, so they are two people, or one NPI is wrong and has to be corrected first.',
    )
  const size = (await groupSize(em, merged.learnerId)) + (await groupSize(em, survivor.learnerId))
  if (size > maxGroup) throw conflict(`At most ${maxGroup} learners may be merged into one.`)
}
