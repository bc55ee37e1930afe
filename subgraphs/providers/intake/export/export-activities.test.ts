import { writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import {
  ActivityFormat,
  ActivityRegistration,
  DeliveryMethod,
  ParticipationFee,
  Providership,
} from '../../../reference/activity.js'
import { specialties } from '../../../reference/practice-areas.js'
import { Activity } from '../../activity/activity.js'
import { patched } from '../../activity/change/apply-patch.js'
import { withRegistrations } from '../../activity/change/copy-activity.js'
import { differenceOf } from '../../activity/change/difference.js'
import { tidyFields, tidyRegistration } from '../../activity/change/tidy.js'
import { MocRegistration } from '../../activity/moc-registration.js'
import { ProviderOrganization } from '../../organization/provider-organization.js'
import { speaksOf } from '../file/speaks-of.js'
import { toActivityRow } from '../row/to-activity-row.js'
import { filesFolder, readAll } from '../testing/files.js'
import { exportJson, exportXml } from './export-activities.js'

let files: Awaited<ReturnType<typeof filesFolder>>
let path: string
beforeAll(async () => {
  files = await filesFolder()
  path = await files.text('')
})
afterAll(() => files.remove())

const actor = {
  accountId: 'ada',
  name: 'Ada',
  at: new Date('2026-06-15T15:00:00Z'),
  source: 'JSON' as Activity['source'],
}
const provider = Object.assign(new ProviderOrganization(), { providerId: '0008273', accreditationType: 'JOINT' })

/** Words as people write them, with all that parts lists, pairs, cells and elements. */
const words = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...('ab ;:\\,"\'<>&=+-@é“™\u{1F600}\t\n'.match(/./gsu) ?? [])), maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  )
  .map((text) =>
    text
      .replace(/\p{Cc}/gu, (control) => (control === '\t' || control === '\n' ? control : ''))
      .toWellFormed()
      .replace(/[\uFFFE\uFFFF]/g, '')
      .trim(),
  )
  .filter((text) => text !== '')
const name = words.map((text) => text.replace(/\s+/g, ' '))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const some = <Value>(values: readonly Value[]) => fc.subarray([...values])
const day = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const count = fc.integer({ min: 0, max: 100_000 })
const quarters = fc.integer({ min: 1, max: 400 })

const fields = fc.record({
  providerActivityId: maybe(name),
  title: name,
  description: maybe(words),
  url: maybe(fc.webUrl()),
  activityFormat: maybe(fc.constantFrom(...Object.values(ActivityFormat))),
  deliveryMethods: some(Object.values(DeliveryMethod)),
  startsOn: maybe(day),
  city: maybe(name),
  country: fc.constantFrom(null, 'USA', 'CAN'),
  providership: maybe(fc.constantFrom(...Object.values(Providership))),
  jointProviders: fc.uniqueArray(name, { maxLength: 3 }),
  creditQuarters: maybe(quarters),
  otherCredits: fc.uniqueArray(fc.record({ category: fc.constantFrom('NURSING', 'PHARMACY', 'IPCE'), quarters }), {
    selector: ({ category }) => category,
    maxLength: 3,
  }),
  isInterprofessional: maybe(fc.boolean()),
  targetProfessions: some(['PHYSICIAN', 'NURSE', 'DIETETIC_TECHNICIAN']),
  specialties: some(specialties.slice(0, 8)),
  physicianLearners: maybe(count),
  otherLearners: maybe(count),
  learnersByProfession: fc.constantFrom(
    [],
    [
      { profession: 'PHYSICIAN', count: 3 },
      { profession: 'REGISTERED_DIETITIAN', count: 4 },
    ],
  ),
  countedOn: maybe(day),
  commercialSupportReceived: maybe(fc.boolean()),
  commercialSupport: fc.array(fc.record({ source: name, amount: count, currency: fc.constantFrom('USD', 'EUR') }), {
    maxLength: 4,
  }),
  inKindSupporters: fc.uniqueArray(name, { maxLength: 3 }),
  measuredOutcomes: fc.constantFrom(
    [],
    [
      { outcome: 'LEARNER_KNOWLEDGE', types: ['OBJECTIVE', 'SUBJECTIVE'] },
      { outcome: 'PATIENT_HEALTH', types: ['SUBJECTIVE'] },
    ],
  ),
  commendationTags: some(['ENGAGES_TEAMS', 'IMPROVES_HEALTH', 'ENGAGES_PATIENTS']),
  isMips: maybe(fc.boolean()),
  rems: maybe(fc.record({ type: fc.constantFrom('OPIOID_ANALGESIC', 'MYCOPHENOLATE'), identifier: name })),
  stateContentTags: fc.array(fc.record({ domain: name, topic: name }), { maxLength: 3 }),
  pharmacy: maybe(
    fc.record({
      activityType: fc.constant('KNOWLEDGE'),
      topic: fc.constantFrom('01', '99'),
      liveOn: maybe(day),
      sequenceNumber: maybe(count),
      uanPharmacist: maybe(name),
      uanTechnician: fc.constant(null),
      hasRecertifications: fc.constantFrom('YES', 'NO', 'NOT_SURE'),
      recertificationRequirements: maybe(words),
      contentTags: fc.array(fc.record({ state: fc.constant('OH'), tag: name }), { maxLength: 2 }),
    }),
  ),
  displayInPassport: maybe(fc.boolean()),
  fee: maybe(fc.constantFrom(...Object.values(ParticipationFee))),
  registration: maybe(fc.constantFrom(...Object.values(ActivityRegistration))),
})
const registration = fc.record({
  boardCode: fc.constantFrom('ABA', 'ABIM'),
  pointQuarters: quarters,
  creditTypes: fc.constant(['PS']),
  practiceAreas: fc.constant(['Critical Care Medicine']),
  creditClaimOn: maybe(day),
  contentOutline: fc.array(fc.record({ kind: fc.constantFrom('LEVEL_3_ID', 'TAG_ID', 'FREE_TEXT'), value: name }), {
    maxLength: 2,
  }),
})

const activities = fc
  .tuple(fields, fc.uniqueArray(registration, { selector: ({ boardCode }) => boardCode, maxLength: 2 }))
  .map(([given, registrations]) => {
    const activity = Object.assign(
      new Activity(),
      { activityId: '201577374', provider, status: 'DRAFT', version: 1 },
      given,
      {
        endsOn: given.startsOn && `${given.startsOn.slice(0, 4)}-12-31`,
        state: null,
        hasStateContentTags: given.stateContentTags.length > 0,
      },
    )
    withRegistrations(
      tidyFields(activity),
      registrations.map((given) =>
        tidyRegistration(
          Object.assign(new MocRegistration(), given, {
            status: 'ACTIVE',
            attestedAt: actor.at,
            attestedBy: 'Ada',
            contentOutline: given.boardCode === 'ABA' ? given.contentOutline : [],
          }),
        ),
      ),
    )
    return patched(activity, {}, actor)
  })

/** The activity after its export was sent back. */
async function sentBack(activity: Activity, pieces: AsyncGenerator<string>): Promise<Activity> {
  let text = ''
  for await (const piece of pieces) text += piece
  await writeFile(path, text)
  const { rows, shape } = await readAll(path)
  const [read] = rows
  if (!read || rows.length !== 1) throw new Error(`${rows.length} records`)
  const about = { speaksOf: speaksOf(shape), needsOwnId: false, mocAttested: false, mipsAttested: false }
  const { row, issues } = toActivityRow(read, about)
  expect(issues).toEqual([])
  expect(row).toMatchObject({ action: 'UPDATE', activityId: activity.activityId, close: false })
  return patched(activity, row, actor)
}

describe('an export that is sent back changes nothing', () => {
  test.each([
    ['JSON (5.7)', exportJson],
    ['MEMS XML (5.6)', exportXml],
  ])('%s', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(activities, async (activity) => {
        expect(differenceOf(activity, await sentBack(activity, write([activity])))).toBeNull()
      }),
      { numRuns: 60 },
    )
  })
})

test('several activities make one document', async () => {
  const [one] = fc.sample(activities, 1)
  if (!one) throw new Error('No sample.')
  let text = ''
  for await (const piece of exportJson([one, one])) text += piece
  expect(JSON.parse(text).ACCMEActivities.MedicalEducationMetrics).toHaveLength(2)
})
