import type { ActivityFormat } from '../../../subgraphs/reference/activity.js'
import { yearOf } from '../day.js'
import type { Random } from '../random/random.js'
import type { Activity, ActivityText } from './activity.js'
import { generalTopics, topics } from './topics.js'

/** What titles are put together from. */
interface Parts {
  topic: string
  /** The department: a field of medicine, or the medical staff. */
  field: string
  angle: string
  year: number
  number: number
}

type Template = (parts: Parts) => string

const angles = [
  'From Guidelines to Practice',
  'What Has Changed',
  'A Case-Based Approach',
  'Controversies and Consensus',
  'Practical Skills',
  'Advances and Pitfalls',
  'The Evidence in Review',
  'Team-Based Approaches',
  'The First 48 Hours',
  'Beyond the Basics',
  'Better Decisions Together',
  'Lessons from Difficult Cases',
]

const templates: Record<ActivityFormat, readonly Template[]> = {
  COURSE: [
    ({ topic, angle }) => `${topic}: ${angle}`,
    ({ field, year }) => `${field} Update ${year}`,
    ({ field, year }) => `Annual ${field} Symposium ${year}`,
    ({ topic, year }) => `${topic} Conference ${year}`,
    ({ topic }) => `${topic} Workshop`,
  ],
  RSS: [
    ({ field, year }) => `${field} Grand Rounds ${year}`,
    ({ field, year }) => `${field} Morbidity and Mortality Conference ${year}`,
    ({ topic, year }) => `${topic} Case Conference ${year}`,
    ({ field, year }) => `${field} Journal Conference ${year}`,
  ],
  ENDURING: [
    ({ topic, angle }) => `${topic}: ${angle}`,
    ({ topic, number }) => `${topic}, Online Module ${number}`,
    ({ field, number }) => `Self-Assessment in ${field}, Part ${number}`,
    ({ topic }) => `In Fifteen Minutes: ${topic}`,
  ],
  JOURNAL: [
    ({ topic }) => `${topic}: A Review for Clinicians`,
    ({ field, number }) => `${field} Journal CME, Issue ${number}`,
    ({ topic }) => `Images in Practice: ${topic}`,
  ],
  COMMITTEE: [
    ({ field, year }) => `${field} Peer Review Committee ${year}`,
    ({ field, year }) => `${field} Quality Committee ${year}`,
  ],
  ISL: [({ field, year }) => `Point-of-Care Learning: ${field} ${year}`],
  LFT: [({ field, year }) => `Teaching Residents: ${field} ${year}`],
  MANUSCRIPT: [({ field, year }) => `Manuscript Review: ${field} ${year}`],
  PI: [({ topic }) => `Improving Care: ${topic}`, ({ topic, year }) => `${topic}: Improvement Project ${year}`],
  TIW: [({ field, year }) => `Test-Item Writing: ${field} ${year}`],
  OTHER: [({ topic }) => `${topic}: A Blended Program`, ({ topic }) => `${topic} Simulation Program`],
}

const aims: readonly Template[] = [
  ({ topic }) =>
    `Participants will recognize where practice in ${topic} falls short of the evidence and name one change to make.`,
  ({ topic }) =>
    `After taking part, physicians will be able to choose among current options in ${topic} and explain them to patients.`,
  ({ topic }) => `The activity closes gaps in knowledge and competence found in ${topic}.`,
]

/** Draws the title and the description of an activity. */
export function drawText(random: Random, { format, specialty, startsOn }: Activity): ActivityText {
  const parts: Parts = {
    topic: random.pick(specialty ? topics[specialty] : generalTopics),
    field: specialty ?? 'Medical Staff',
    angle: random.pick(angles),
    year: yearOf(startsOn),
    number: random.between(1, 12),
  }
  const audience = specialty ? `physicians in ${specialty}` : 'physicians of all fields'
  return {
    title: random.pick(templates[format])(parts),
    description: `For ${audience}. ${random.pick(aims)(parts)}`,
  }
}
