import { ActivitySource } from '../../reference/activity.js'
import type { MocAttestation } from '../../reference/attestations.js'
import { notFound } from '../../shared/errors.js'
import type { ProvidersContext } from '../context.js'
import { Activity } from './activity.js'
import { type ActivityInput, fieldsOf } from './activity-input.js'
import type { RowVerdict } from './change/activity-row.js'
import { actorOf } from './change/actor.js'
import { activeRegistrations } from './change/judged-activity.js'
import { saveActivityRows } from './change/save-rows.js'
import { formFields } from './form/form-fields.js'

/** What belongs to one occasion, and is entered anew when an activity is repeated. */
const ofOneOccasion = new Set<string>([
  'providerActivityId',
  'startsOn',
  'endsOn',
  'physicianLearners',
  'otherLearners',
  'learnersByProfession',
  'countedOn',
  'commercialSupportReceived',
  'commercialSupport',
  'inKindSupporters',
  'mipsCriteria',
  'isMips',
] satisfies (keyof Activity)[])

/**
 * Enters an activity again as a new draft ("repeat activity"). Registrations for boards come along only with the
 * undertakings, which are given for each activity anew (M09).
 */
export async function copyActivity(
  context: ProvidersContext,
  activityId: string,
  changes: ActivityInput,
  attestations: MocAttestation[],
): Promise<RowVerdict> {
  const activity = await context.activities.load(activityId)
  if (!activity) throw notFound('There is no such activity, or it is not yours.')
  context.viewer.must('copy', activity)
  await context.em.populate([activity], ['mocRegistrations'])
  const kept = formFields.map(({ of }) => of).filter((name) => name !== 'registrations' && !ofOneOccasion.has(name))
  const fields = {
    ...Object.fromEntries(kept.map((name) => [name, activity[name as keyof Activity]])),
    ...said(fieldsOf(changes)),
  }
  const mocRegistrations = attestations.length
    ? activeRegistrations(activity).map(({ boardCode, pointQuarters, creditTypes, practiceAreas, contentOutline }) => ({
        boardCode,
        pointQuarters,
        creditTypes,
        practiceAreas,
        contentOutline,
        attestations,
      }))
    : []
  return context.em.fork().transactional(async (em) => {
    const actor = { ...actorOf(context), source: ActivitySource.COPY }
    const { providerId } = activity.provider
    const [verdict] = await saveActivityRows(em, [{ action: 'ADD', fields, mocRegistrations }], {
      providerId,
      actor,
      isLenient: true,
    })
    if (!verdict) throw new Error('A row was saved without a verdict.')
    return verdict
  })
}

const said = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
