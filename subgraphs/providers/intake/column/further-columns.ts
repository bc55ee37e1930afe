import type { IntakeColumn } from './column.js'
import { aDay, choice, choices, count, day, flag, pairs, several, text, texts, yesNo } from './make-column.js'

/** What only some files have: learner counts, and what jointly accredited providers report. */
export const furtherColumns: readonly IntakeColumn[] = [
  day('countedOn', 'As-of Date', `Learners up to this day. ${aDay}`, 'As of', 'Counted On', 'Count Date', 'As of Day'),
  pairs('otherCredits', 'Other Credit(s)', `Category:Amount, such as Nursing:2.5. ${several}`, 'Additional Credits'),
  flag(
    'isInterprofessional',
    'Interprofessional',
    yesNo,
    'IPCE',
    'Is Interprofessional',
    'Interprofessional Continuing Education',
  ),
  choices(
    'targetProfessions',
    'Target Profession(s)',
    several,
    'Professions',
    'Target Audience',
    'Target Audience Professions',
  ),
  texts('specialties', 'Target Specialties', several, 'Audience Specialties', 'Target Audience Specialties'),
  pairs(
    'learnersByProfession',
    'Learners by Profession',
    `Profession:Number. ${several}`,
    'Participants by Profession',
  ),
  choice('pharmacyActivityType', 'Pharmacy Activity Type', 'Knowledge, Application or Certificate Program.'),
  text('pharmacyTopic', 'Pharmacy Topic', '01 to 08, or 99.', 'Topic Designator'),
  day('pharmacyLiveOn', 'Pharmacy Live Date', aDay),
  count('pharmacySequenceNumber', 'Pharmacy Sequence Number', '1 to 9999.', 'Sequence Number'),
  text('uanPharmacist', 'UAN Pharmacist', 'Universal activity number.', 'UAN'),
  text('uanTechnician', 'UAN Technician', 'Universal activity number.'),
  choice('hasRecertifications', 'Has Recertifications', 'Yes, No or Not sure.'),
  text('recertificationRequirements', 'Recertification Requirements', 'In words.'),
  pairs('pharmacyContentTags', 'Pharmacy Content Tag(s)', `State:Tag. ${several}`),
]
