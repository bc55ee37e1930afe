import { ActivityStatus } from '../../../subgraphs/reference/activity.js'
import { mocAttestations } from '../../../subgraphs/reference/attestations.js'
import { parseSpecialty } from '../../../subgraphs/reference/practice-areas.js'
import type { TableRows } from '../../../subgraphs/shared/postgres/copy-rows.js'
import type { Cell } from '../../../subgraphs/shared/postgres/copy-text.js'
import type { Activity } from '../activity/activity.js'
import { drawText } from '../activity/activity-text.js'
import { drawResults, type Results } from '../activity/results.js'
import { dayMs, dayText, instantText } from '../day.js'
import { cities } from '../provider/cities.js'
import { adaProviderId } from '../provider/demo-providers.js'
import { type Random, randomStream } from '../random/random.js'
import { Weighted } from '../random/weighted.js'
import type { World } from '../world.js'
import { yearEndTables } from './year-end.js'

const fees = new Weighted([
  ['NO_FREE', 45],
  ['YES', 35],
  ['VARIABLE', 20],
])
const partners = [
  'Community Health Alliance',
  'Regional Patient Foundation',
  'Rural Practice Network',
  'Clinic Partners',
]

/** What goes into the providers database. */
export function providersTables(world: World): TableRows[] {
  return [
    {
      table: 'provider_organization',
      columns: ['provider_id', 'name', 'accreditation_type', 'recognized_accreditor'],
      rows: () => world.providers.map((p) => [p.providerId, p.name, p.accreditation, p.recognizedAccreditor]),
    },
    {
      table: 'activity',
      columns:
        'activity_id provider_id provider_activity_id title description url activity_format delivery_methods starts_on ends_on city state country providership joint_providers credit_quarters display_in_passport fee registration status created_at updated_at created_by updated_by source specialties is_interprofessional target_professions physician_learners other_learners learners_by_profession counted_on commercial_support_received commercial_support in_kind_supporters measured_outcomes commendation_tags closed_at closed_by'.split(
          ' ',
        ),
      rows: () => activityRows(world),
    },
    {
      table: 'moc_registration',
      columns:
        'activity_id board_code point_quarters credit_types practice_areas content_outline attestations attested_by attested_at'.split(
          ' ',
        ),
      rows: () => registrationRows(world),
    },
    ...yearEndTables(world),
  ]
}

function* activityRows({ activities, seed, today }: World): Generator<Cell[]> {
  const stream = randomStream(seed, 'activity texts')
  const told = randomStream(seed, 'activity results')
  for (const [index, activity] of activities.entries()) {
    const random = stream(index)
    const { activityId, provider, status, format, delivery } = activity
    const { title, description } = activity.text ?? drawText(random, activity)
    const ownId = activity.text || random.chance(0.85) ? `${format.slice(0, 2)}-${activityId.slice(-6)}` : null
    const created = createdAt(activity, today)
    // A draft needs no more than provider and title.
    const rest: Cell[] =
      status === ActivityStatus.DRAFT
        ? [null, null, format, delivery, null, null, null, null, null, null, [], null, false, null, null]
        : completeRest(random, activity, description)
    const results = resultCells(drawResults(told(index), activity, today), activity, today)
    yield [activityId, provider.providerId, ownId, title, ...rest, status, created, created, ...results]
  }
}

/** The columns from description to registration of an activity that is more than a draft. */
function completeRest(random: Random, activity: Activity, description: string): Cell[] {
  const { activityId, provider, format, delivery, startsOn, endsOn, quarters, registrations, localTo, text } = activity
  const isInPerson = delivery.includes('IN_PERSON' as (typeof delivery)[number])
  const state = localTo ?? (text || random.chance(0.4) ? provider.state : random.pick(destinations))
  const city = text ? cities[state][0] : random.pick(cities[state])
  const isJoint = !text && random.chance(0.12)
  // Who registers for MOC consents to publication (M13).
  const isShown = registrations.length > 0 || Boolean(text) || random.chance(localTo ? 0.4 : 0.85)
  return [
    description,
    isShown ? `https://cme-${provider.providerId}.test/activities/${activityId}` : null,
    format,
    delivery,
    dayText(startsOn),
    dayText(endsOn),
    isInPerson ? (city ?? null) : null,
    isInPerson ? state : null,
    isInPerson ? 'USA' : null,
    isJoint ? 'JOINT' : 'DIRECT',
    isJoint ? [random.pick(partners)] : [],
    quarters,
    isShown,
    isShown ? fees.draw(random) : null,
    isShown ? (localTo && !text && random.chance(0.6) ? 'LIMITED' : 'OPEN_TO_ALL') : null,
  ]
}

/** The columns from created_by to closed_by; a draft has told nothing yet. */
function resultCells(results: Results, activity: Activity, today: number): Cell[] {
  const { status, provider, registrations, specialty, endsOn } = activity
  const enteredBy = coordinators[Number(activity.activityId) % coordinators.length] ?? 'CME Office'
  const by = provider.providerId === adaProviderId ? 'Ada Reyes' : enteredBy
  const isDraft = status === ActivityStatus.DRAFT
  const isJoint = provider.accreditation === 'JOINT' && !isDraft
  const { physicians, others, professions, countedOn, isSupported, support, inKind, outcomes, tags } = results
  const areas = [...new Set(registrations.flatMap((registration) => registration.areas))]
  const source = Number(activity.activityId) % 3 === 0 ? 'EXCEL' : 'FORM'
  const isClosed = status === ActivityStatus.CLOSED
  const told: Cell[] = isDraft
    ? [null, null, '[]', null, null, '[]', [], '[]', []]
    : [
        physicians,
        others,
        JSON.stringify(professions),
        countedOn === null ? null : dayText(countedOn),
        isSupported,
        JSON.stringify(support),
        inKind,
        JSON.stringify(outcomes),
        tags,
      ]
  return [
    by,
    by,
    source,
    areas.length ? areas : specialty && parseSpecialty(specialty) ? [specialty] : [],
    isJoint ? true : null,
    isJoint ? ['PHYSICIAN', 'NURSE', 'PHARMACIST'] : [],
    ...told,
    isClosed ? instantText(Math.min(endsOn + 20, today - 1) * dayMs + 16 * 3_600_000) : null,
    isClosed ? by : null,
  ]
}

const coordinators = ['Marta Jensen', 'Theo Park', 'Lucia Ferrant', 'Noel Adeyemi', 'Grace Whitlock']

/** Where people like to travel for a course. */
const destinations = ['FL', 'CA', 'NV', 'HI', 'CO', 'IL', 'MA', 'NY', 'AZ', 'LA'] as const

function* registrationRows({ activities, today }: World): Generator<Cell[]> {
  for (const activity of activities) {
    const attestedAt = createdAt(activity, today)
    const by = activity.provider.providerId === adaProviderId ? 'Ada Reyes' : 'CME Office'
    for (const { board, quarters, creditTypes, areas } of activity.registrations) {
      const outline = JSON.stringify(
        board === 'ABA' ? areas.map((value) => ({ kind: 'FREE_TEXT', value })).slice(0, 2) : [],
      )
      yield [
        activity.activityId,
        board,
        quarters,
        creditTypes,
        areas,
        outline,
        Object.keys(mocAttestations),
        by,
        attestedAt,
      ]
    }
  }
}

/** Providers enter an activity some weeks ahead; those far ahead were entered lately. */
function createdAt({ startsOn, activityId }: Activity, today: number): string {
  const day = Math.min(startsOn - 45, today - 1 - (Number(activityId) % 30))
  return instantText(day * dayMs + 15 * 3_600_000)
}
