import { centralDay } from '../../../subgraphs/reference/central-day.js'
import { inSession } from '../../seed/load/session.js'
import { adaProviderId } from '../../seed/provider/demo-providers.js'
import { randomStream } from '../../seed/random/random.js'
import type { DatabasePart } from '../../supervisor/settings.js'
import { type Offer, readOffers, readTakenPairs } from '../path/offers.js'
import { type Person, readPeople } from '../path/people.js'

const boardCode = 'ME-MD'

/** Licensees of Cy’s board with activities of Ada’s provider that they have nothing of yet, each pair once. */
export async function readPairs(databases: Record<DatabasePart, string>, count: number): Promise<[Person, Offer][]> {
  const licensees = await readLicensees(databases.credits)
  const people = (await readPeople(databases.learners)).filter(({ learnerId }) => licensees.has(learnerId))
  const offers = await readOffers(databases.providers, adaProviderId, centralDay(new Date()))
  const taken = new Set(await readTakenPairs(databases.credits, adaProviderId))
  const random = randomStream(1, 'bench freshness')(0)
  const pairs: [Person, Offer][] = []
  for (let tries = 0; pairs.length < count && tries < count * 100; tries += 1) {
    const [person, offer] = [random.pick(people), random.pick(offers)]
    const key = `${person.learnerId} ${offer.activityId}`
    if (taken.has(key)) continue
    taken.add(key)
    pairs.push([person, offer])
  }
  return pairs
}

/** The account that a physician of a benchmark has. */
export const accountOf = ({ learnerId }: Person) => `bench-${learnerId}`

/** Lets physicians sign in. */
export const openAccounts = (gatewayUrl: string, people: readonly Person[]): Promise<unknown> =>
  inSession(gatewayUrl, (client) =>
    client.query(
      `insert into account (account_id, display_name, role, learner_id)
       select 'bench-' || learner, 'Bench', 'PHYSICIAN', learner from (select distinct unnest($1::uuid[]) as learner) as given`,
      [people.map(({ learnerId }) => learnerId)],
    ),
  )

/** Whom the board sees. */
function readLicensees(creditsUrl: string): Promise<Set<string>> {
  const sql = `select distinct learner_id::text as "learnerId" from learner_license
    where board_code = $1 and status = 'ACTIVE' and coalesce(effective_to, 'infinity') >= current_date`
  return inSession(creditsUrl, async (client) => {
    const { rows } = await client.query<{ learnerId: string }>(sql, [boardCode])
    return new Set(rows.map(({ learnerId }) => learnerId))
  })
}
