import { parseCertifyingBoard } from '../../../reference/certifying-boards.js'
import type { Patch } from '../../../shared/graphql/patch-input.js'
import { Activity } from '../activity.js'
import type { ActivityFields } from '../activity-fields.js'
import { MocRegistration, type MocRegistrationFields } from '../moc-registration.js'
import type { Actor } from './actor.js'
import { copyOf, withRegistrations } from './copy-activity.js'
import { activeRegistrations } from './judged-activity.js'
import { isAttested, tidyFields, tidyRegistration } from './tidy.js'

/** What is to become of a registration; with `withdraw`, nothing else counts. */
export interface RegistrationPatch extends Patch<MocRegistrationFields> {
  boardCode: string
  withdraw?: boolean | null
}

/** What is to change in an activity: what is left out stays, null makes it blank. */
export interface ActivityPatch {
  fields?: Patch<ActivityFields>
  /** Those named are registered, changed or withdrawn; others stay. */
  mocRegistrations?: readonly RegistrationPatch[] | null
}

const blankActivity: Readonly<Record<string, unknown>> = { ...new Activity(), title: '' }
const blankRegistration: Readonly<Record<string, unknown>> = { ...new MocRegistration() }

/** Lists become empty and texts that must be there become '' where a patch says null. */
const filledIn = (patch: object, blank: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(patch)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, value ?? blank[name] ?? null]),
  )

/** The activity as it would be; the one given stays as it is. */
export const patched = (activity: Activity, patch: ActivityPatch, actor: Actor): Activity =>
  applyPatch(copyOf(activity), patch, actor)

/** Changes the activity that is given, which nobody else may know yet, and answers it. */
export function applyPatch(activity: Activity, { fields = {}, mocRegistrations }: ActivityPatch, actor: Actor) {
  Object.assign(activity, filledIn(fields, blankActivity))
  tidyFields(activity)
  if (mocRegistrations?.length) registerFor(activity, mocRegistrations, actor)
  if (!activity.specialties.length)
    activity.specialties = [...new Set(activeRegistrations(activity).flatMap(({ practiceAreas }) => practiceAreas))]
  attestMips(activity, actor)
  return activity
}

function attestMips(activity: Activity, { name, at }: Actor): void {
  const attested = isAttested(activity)
  if (attested === Boolean(activity.mipsAttestedAt)) return
  activity.mipsAttestedBy = attested ? name : null
  activity.mipsAttestedAt = attested ? at : null
}

function registerFor(activity: Activity, patches: readonly RegistrationPatch[], actor: Actor): void {
  const registrations = activity.mocRegistrations.getItems()
  const added = new Set<string>()
  for (const { boardCode: given, withdraw, ...fields } of patches) {
    const boardCode = parseCertifyingBoard(given) ?? given
    const known = registrations.find((registration) => registration.boardCode === boardCode)
    if (withdraw) withdrawFrom(known, actor)
    else if (known && !added.has(boardCode)) change(known, fields, actor)
    else registrations.push(change(newRegistration(boardCode), fields, actor))
    added.add(boardCode)
  }
  withRegistrations(activity, registrations)
}

const newRegistration = (boardCode: string) => Object.assign(new MocRegistration(), { boardCode, creditClaimOn: null })

function change(registration: MocRegistration, fields: Patch<MocRegistrationFields>, { name, at }: Actor) {
  const isNew = registration.status === 'WITHDRAWN' || !registration.attestedAt
  Object.assign(registration, filledIn(fields, blankRegistration))
  tidyRegistration(registration)
  if (isNew || fields.attestations) Object.assign(registration, { attestedBy: name, attestedAt: at })
  return Object.assign(registration, { status: 'ACTIVE', withdrawnBy: null, withdrawnAt: null })
}

function withdrawFrom(registration: MocRegistration | undefined, { name, at }: Actor): void {
  if (registration?.status !== 'ACTIVE') return
  Object.assign(registration, { status: 'WITHDRAWN', withdrawnBy: name, withdrawnAt: at })
}
