import { registerEnumType } from 'type-graphql'
import {
  ActivityFormat,
  ActivityRegistration,
  ActivitySource,
  ActivityStatus,
  DeliveryMethod,
  outlineKinds,
  ParticipationFee,
  Providership,
  remsTypes,
} from '../../reference/activity.js'
import { mipsCriteria, mocAttestations } from '../../reference/attestations.js'
import { commendationTags } from '../../reference/commendation-tags.js'
import { otherCreditCategories } from '../../reference/credit-categories.js'
import { measurementTypes, outcomes } from '../../reference/measured-outcomes.js'
import { pharmacyActivityTypes, recertificationAnswers } from '../../reference/pharmacy.js'
import { learnerProfessions, targetProfessions } from '../../reference/professions.js'
import { listEnum } from '../../shared/graphql/list-enum.js'

registerEnumType(ActivityFormat, {
  name: 'ActivityFormat',
  description: 'The format of an activity.',
  valuesConfig: {
    COURSE: { description: 'Live course.' },
    RSS: { description: 'Regularly scheduled series, one record for all its sessions.' },
    ENDURING: { description: 'Enduring material, up to three years.' },
    JOURNAL: { description: 'Journal-based CME.' },
    COMMITTEE: { description: 'Committee learning.' },
    ISL: { description: 'Internet searching and learning.' },
    LFT: { description: 'Learning from teaching.' },
    MANUSCRIPT: { description: 'Manuscript review.' },
    PI: { description: 'Performance improvement.' },
    TIW: { description: 'Test-item writing.' },
    OTHER: { description: 'Other or blended learning.' },
  },
})
registerEnumType(DeliveryMethod, {
  name: 'DeliveryMethod',
  description: 'How an activity reaches its learners.',
  valuesConfig: {
    IN_PERSON: { description: 'In a room.' },
    LIVE_STREAMED: { description: 'Remote, in real time.' },
    ONLINE: { description: 'Online, when the learner chooses.' },
    PRINT_OTHER: { description: 'On paper or another medium.' },
  },
})
registerEnumType(ActivityStatus, {
  name: 'ActivityStatus',
  description: 'The state of the record of an activity.',
  valuesConfig: {
    DRAFT: { description: 'Saved, not enough for reporting learners.' },
    ACTIVE: { description: 'Learners can be reported.' },
    CLOSED: { description: 'All data of the activity are in.' },
    DELETED: { description: 'Taken back.' },
  },
})
registerEnumType(ParticipationFee, {
  name: 'ParticipationFee',
  description: 'Whether learners pay.',
  valuesConfig: {
    YES: { description: 'There is a fee.' },
    NO_FREE: { description: 'Free of charge.' },
    VARIABLE: { description: 'It depends on the learner.' },
  },
})
registerEnumType(ActivityRegistration, {
  name: 'ActivityRegistration',
  description: 'Who may register.',
  valuesConfig: {
    OPEN_TO_ALL: { description: 'Everybody.' },
    LIMITED: { description: 'A limited group; the provider enforces it.' },
  },
})
registerEnumType(Providership, {
  name: 'Providership',
  description: 'With whom an activity is provided.',
  valuesConfig: {
    DIRECT: { description: 'By the provider alone, or with another accredited provider.' },
    JOINT: { description: 'With an organization that is not accredited.' },
  },
})
registerEnumType(ActivitySource, {
  name: 'ActivitySource',
  description: 'How a change of an activity reached us.',
  valuesConfig: {
    FORM: { description: 'Entered in the provider portal.' },
    EXCEL: { description: 'The activity workbook.' },
    TAB: { description: 'A tab-delimited file.' },
    XML: { description: 'An XML file.' },
    JSON: { description: 'A JSON file.' },
    API: { description: 'The service, called by a program.' },
    COPY: { description: 'A copy of another activity.' },
  },
})

/** Lists of code and label, as enums of the graph. */
export const OtherCreditCategory = listEnum(
  'OtherCreditCategory',
  otherCreditCategories,
  'Categories of credit that jointly accredited providers award beside AMA PRA Category 1 (A21).',
)
export const TargetProfession = listEnum('TargetProfession', targetProfessions, 'Whom an activity is meant for.')
export const LearnerProfession = listEnum('LearnerProfession', learnerProfessions, 'By what learners are counted.')
export const Outcome = listEnum('Outcome', outcomes, 'What an activity is measured by (A34).')
export const MeasurementType = listEnum('MeasurementType', measurementTypes, 'How an outcome is measured (A34).')
export const CommendationTag = listEnum('CommendationTag', commendationTags, 'Tags for commendation (A35).')
export const MipsCriterion = listEnum('MipsCriterion', mipsCriteria, 'What MIPS asks of an improvement activity (A33).')
export const RemsType = listEnum('RemsType', remsTypes, 'Risk evaluation and mitigation strategies (A31).')
export const PharmacyActivityType = listEnum('PharmacyActivityType', pharmacyActivityTypes, 'Kinds for pharmacists.')
export const RecertificationAnswer = listEnum(
  'RecertificationAnswer',
  recertificationAnswers,
  'Whether certificates of a program for pharmacists are renewed.',
)
export const OutlineKind = listEnum(
  'OutlineKind',
  outlineKinds,
  'How a part of the ABA content outline is named (M06).',
)
export const MocAttestation = listEnum('MocAttestation', mocAttestations, 'What a provider undertakes (M09).')
