import type { TableRows } from '../../../subgraphs/shared/postgres/copy-rows.js'
import type { Cell } from '../../../subgraphs/shared/postgres/copy-text.js'
import { dayMs, dayNumber, instantText, yearOf } from '../day.js'
import { drawNames } from '../people/names.js'
import { demoProviders } from '../provider/demo-providers.js'
import { randomStream } from '../random/random.js'
import { uuidAt } from '../random/uuid.js'
import type { World } from '../world.js'

const roles = ['PRIMARY_CONTACT', 'CEO', 'BILLING_CONTACT'] as const
/** Completed years that are told of, the last one included. */
const toldYears = 3
/** Who closed the last year in time. */
const closedInTime = 0.88
/** The people of the tour begin with the year that is due next. */
const demoIds = new Set(demoProviders.map(({ providerId }) => providerId))

interface Person {
  contactId: string
  name: string
  email: string
  role: (typeof roles)[number]
}

/** One year that a provider has closed. */
interface ClosedYear {
  providerId: string
  year: number
  by: string
  at: string
  amounts: number[]
}

/** What providers have told once a year: contacts for all of them, and the years that most of them closed in time. */
export function yearEndTables(world: World): TableRows[] {
  const years = () => world.providers.flatMap((provider, index) => closedYears(world, provider.providerId, index))
  const confirmed = ({ providerId, year, at, by }: ClosedYear): Cell[] => [providerId, year, at, by]
  return [
    {
      table: 'organization_contact',
      columns: ['contact_id', 'provider_id', 'name', 'email', 'role'],
      rows: () =>
        world.providers.flatMap(({ providerId }, index) =>
          contactsOf(world, providerId, index).map(({ contactId, name, email, role }): Cell[] => [
            contactId,
            providerId,
            name,
            email,
            role,
          ]),
        ),
    },
    {
      table: 'annual_agreement',
      columns: ['provider_id', 'year', 'accepted_at', 'accepted_by'],
      rows: () => years().map(confirmed),
    },
    {
      table: 'contacts_confirmation',
      columns: ['provider_id', 'year', 'confirmed_at', 'confirmed_by'],
      rows: () => years().map(confirmed),
    },
    {
      table: 'reporting_year',
      columns: ['provider_id', 'year', 'closed_at', 'closed_by'],
      rows: () => years().map(confirmed),
    },
    {
      table: 'program_summary',
      columns:
        'provider_id year registration_fees advertising_and_exhibit_income government_grants private_donations total_expenses saved_at saved_by submitted_at submitted_by'.split(
          ' ',
        ),
      rows: () =>
        years().map(({ providerId, year, amounts, at, by }) => [providerId, year, ...amounts, at, by, at, by]),
    },
  ]
}

function contactsOf({ seed, today }: World, providerId: string, index: number): Person[] {
  const random = randomStream(seed, 'contacts')(index)
  return roles.slice(0, random.chance(0.7) ? 3 : 1).map((role) => {
    const { givenName, familyName } = drawNames(random, { sex: random.chance(0.5) ? 'F' : 'M', tradition: 'GENERAL' })
    const mailbox = `${givenName}.${familyName}`.toLowerCase().replace(/[^a-z.]/g, '')
    return {
      contactId: uuidAt(today * dayMs, random),
      name: `${givenName} ${familyName}`,
      email: `${mailbox}@cme-${providerId}.test`,
      role,
    }
  })
}

function closedYears(world: World, providerId: string, index: number): ClosedYear[] {
  const random = randomStream(world.seed, 'closed years')(index)
  const [primary] = contactsOf(world, providerId, index)
  const last = yearOf(world.today) - 1
  return Array.from({ length: toldYears }, (_, back) => last - back).flatMap((year) => {
    const day = dayNumber(`${year + 1}-02-01`) + random.below(27)
    const amounts = [400_000, 90_000, 30_000, 12_000, 380_000].map((most) => random.below(most))
    const isClosed = year < last || demoIds.has(providerId) || random.chance(closedInTime)
    if (!isClosed || day > world.today) return []
    return { providerId, year, by: primary?.name ?? 'somebody', at: instantText(day * dayMs + 16 * 3_600_000), amounts }
  })
}
