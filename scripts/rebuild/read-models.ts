import type { EntityManager } from '@mikro-orm/postgresql'
import { activitiesModel } from '../../subgraphs/credits/activity/follow-activities.js'
import { rebuildLive } from '../../subgraphs/credits/completion/rebuild-live.js'
import { recountCredit } from '../../subgraphs/credits/count/recount-credit.js'
import { tellEverything } from '../../subgraphs/credits/count/tell-credit.js'
import { learnersModel } from '../../subgraphs/credits/learner/follow-learners.js'
import type { OpenOwners } from '../../subgraphs/credits/owners/open-owners.js'
import { rebuildModel } from '../../subgraphs/shared/outbox/follow.js'

/** Something that is derived, and how it is derived anew. */
export interface ReadModelRow {
  what: string
  rebuild: (em: EntityManager, owners: OpenOwners) => Promise<void>
}

/** Everything that one part keeps of what another owns, by the name under which it is rebuilt from zero. */
export const readModels: Readonly<Record<string, ReadModelRow>> = {
  licenses: {
    what: 'licenses and merges of learners, for credits',
    rebuild: (em, { learners }) => rebuildModel(em, learnersModel(learners)),
  },
  activities: {
    what: 'what activities allow, for credits',
    rebuild: (em, { activities }) => rebuildModel(em, activitiesModel(activities)),
  },
  live: {
    what: 'the projection of the ledger, and the sums beside it',
    rebuild: async (em) => {
      await rebuildLive(em)
      await recountCredit(em)
    },
  },
  counts: { what: 'sums of credit beside the ledger', rebuild: (em) => recountCredit(em) },
  credit: {
    what: 'credit by activity and by day, for providers',
    rebuild: (em, { creditListener }) => tellEverything(em, creditListener),
  },
}
