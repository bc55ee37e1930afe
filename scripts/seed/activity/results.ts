import type { ActivityFormat } from '../../../subgraphs/reference/activity.js'
import { activityFormats } from '../../../subgraphs/reference/activity-formats.js'
import { commendationTags } from '../../../subgraphs/reference/commendation-tags.js'
import { supportSources } from '../../../subgraphs/reference/support-sources.js'
import { type DayNumber, dayNumber, yearOf } from '../day.js'
import type { Random } from '../random/random.js'
import { Weighted } from '../random/weighted.js'
import type { Activity } from './activity.js'

/** What a provider tells of an activity once it has begun: who came, who paid, what was measured. */
export interface Results {
  physicians: number | null
  others: number | null
  professions: { profession: string; count: number }[]
  countedOn: DayNumber | null
  isSupported: boolean | null
  support: { source: string; amount: number; currency: string }[]
  inKind: string[]
  outcomes: { outcome: string; types: string[] }[]
  tags: string[]
}

const companies = supportSources.filter(({ isActive }) => isActive).map(({ name }) => name)
const tags = Object.keys(commendationTags)
/** Others who come beside physicians, with their share. */
const otherProfessions = [
  ['NURSE', 0.5],
  ['PHARMACIST', 0.25],
  ['PHYSICIAN_ASSISTANT', 0.15],
  ['OTHER', 0.1],
] as const
const outcomeChains = new Weighted([
  [['LEARNER_KNOWLEDGE', 'LEARNER_COMPETENCE'], 40],
  [['LEARNER_COMPETENCE'], 30],
  [['LEARNER_COMPETENCE', 'LEARNER_PERFORMANCE'], 20],
  [['LEARNER_PERFORMANCE', 'PATIENT_HEALTH'], 8],
  [['LEARNER_PERFORMANCE', 'PATIENT_HEALTH', 'COMMUNITY_HEALTH'], 2],
])
const typicalLearners: Partial<Record<ActivityFormat, number>> = { RSS: 300, ENDURING: 220, COURSE: 60, JOURNAL: 80 }

/** Draws what has become of an activity; whatever is closed has told everything (A40), a few active ones have not yet. */
export function drawResults(random: Random, activity: Activity, today: DayNumber): Results {
  const { startsOn, endsOn, status, format } = activity
  const isTold = status === 'CLOSED' || Boolean(activity.text && startsOn <= today) || random.chance(0.7)
  const isCounted = isTold && (status === 'CLOSED' || (activityFormats[format].countsAsOf ? startsOn : endsOn) < today)
  const isSupported = isTold ? random.chance(0.12) : null
  const inKind = isSupported && random.chance(0.2) ? [random.pick(companies)] : []
  return {
    ...drawCounts(random, activity, isCounted),
    countedOn: isCounted && activityFormats[format].countsAsOf ? lastCountDay(activity, today) : null,
    isSupported,
    support: isSupported ? drawSupport(random) : [],
    inKind,
    outcomes: isTold
      ? outcomeChains
          .draw(random)
          .map((outcome) => ({ outcome, types: [random.chance(0.6) ? 'OBJECTIVE' : 'SUBJECTIVE'] }))
      : [],
    tags: random.chance(0.25) ? [random.pick(tags)] : [],
  }
}

function drawCounts(random: Random, { format, provider }: Activity, isCounted: boolean) {
  if (!isCounted) return { physicians: null, others: null, professions: [] }
  const learners = Math.round((typicalLearners[format] ?? 25) * random.logNormal(1, 0.7))
  const isLonely = random.chance(0.004)
  const physicians = isLonely ? 0 : 1 + Math.round(learners * 0.5)
  if (provider.accreditation !== 'JOINT') {
    const others = isLonely ? 0 : Math.round(learners * random.float())
    return { physicians, others, professions: [] }
  }
  const professions = otherProfessions.map(([profession, share]) => ({
    profession,
    count: Math.round(learners * share),
  }))
  const others = professions.reduce((sum, { count }) => sum + count, 0)
  return { physicians, others, professions: [{ profession: 'PHYSICIAN', count: physicians }, ...professions] }
}

const drawSupport = (random: Random) => {
  const givers = new Set(Array.from({ length: random.between(1, 3) }, () => random.pick(companies)))
  return [...givers].map((source) => ({ source, amount: random.between(10, 150) * 500, currency: 'USD' }))
}

/** Cumulative counts are told as of the end of a year, or of the activity. */
function lastCountDay({ startsOn, endsOn }: Activity, today: DayNumber): DayNumber {
  if (endsOn < today) return endsOn
  const yearEnd = dayNumber(`${yearOf(today) - 1}-12-31`)
  return yearEnd >= startsOn ? yearEnd : Math.min(endsOn, today - 1)
}
