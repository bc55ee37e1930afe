import { registerEnumType } from 'type-graphql'
import {
  ActivityFormat,
  ActivityRegistration,
  ActivityStatus,
  DeliveryMethod,
  ParticipationFee,
  Providership,
} from '../../reference/activity.js'

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
