import {
  ActivityFormat,
  ActivityRegistration,
  ActivityStatus,
  DeliveryMethod,
  ParticipationFee,
  Providership,
} from '../../../reference/activity.js'
import { type MocAttestation, mocAttestations } from '../../../reference/attestations.js'
import { AccreditationType } from '../../organization/provider-organization.js'
import { judgeActivity } from './judge-activity.js'
import { type ActivityCircumstances, type JudgedActivity, type JudgedRegistration, noCircumstances } from './judged.js'

export const today = '2026-06-15'

/** An active course about which there is nothing to say; a test fills in what it cares about. */
export const anActivity = (fields: Partial<JudgedActivity> = {}): JudgedActivity => ({
  activityId: '200000001',
  status: ActivityStatus.ACTIVE,
  accreditationType: AccreditationType.ACCME,
  registrations: [],
  title: 'Heart Failure Update',
  description: 'What is new in the care of heart failure.',
  url: 'https://cme.northernlight.org/heart-failure',
  activityFormat: ActivityFormat.COURSE,
  deliveryMethods: [DeliveryMethod.IN_PERSON],
  startsOn: '2026-05-01',
  endsOn: '2026-05-02',
  city: 'Portland',
  state: 'ME',
  country: 'USA',
  providership: Providership.DIRECT,
  jointProviders: [],
  creditQuarters: 40,
  otherCredits: [],
  targetProfessions: [],
  specialties: [],
  learnersByProfession: [],
  commercialSupport: [],
  inKindSupporters: [],
  measuredOutcomes: [],
  commendationTags: [],
  mipsCriteria: [],
  stateContentTags: [],
  displayInPassport: true,
  fee: ParticipationFee.NO_FREE,
  registration: ActivityRegistration.OPEN_TO_ALL,
  ...fields,
})

/** What makes an activity ready to be closed. */
export const results = {
  physicianLearners: 30,
  otherLearners: 4,
  commercialSupportReceived: false,
  measuredOutcomes: [{ outcome: 'LEARNER_COMPETENCE', types: ['OBJECTIVE'] }],
} satisfies Partial<JudgedActivity>

/** A registration for the ABIM about which there is nothing to say. */
export const aRegistration = (fields: Partial<JudgedRegistration> = {}): JudgedRegistration => ({
  boardCode: 'ABIM',
  pointQuarters: 40,
  creditTypes: ['MK'],
  practiceAreas: ['Internal Medicine'],
  contentOutline: [],
  attestations: Object.keys(mocAttestations) as MocAttestation[],
  ...fields,
})

/** What the rules say, as `A10 DAYS_REVERSED`. */
export const said = (fields: Partial<JudgedActivity>, circumstances: Partial<ActivityCircumstances> = {}): string[] =>
  judgeActivity(anActivity(fields), { ...noCircumstances(today), ...circumstances }).map(
    ({ rule, code }) => `${rule ?? '–'} ${code}`,
  )
