import { topics } from '../../seed/activity/topics.js'
import { specialties } from '../../seed/people/specialties.js'
import type { Random } from '../../seed/random/random.js'
import { Weighted } from '../../seed/random/weighted.js'

/** One search, as a page sends it. */
export interface Question {
  text?: string
  filter: Filter
  sort: 'RELEVANCE' | 'START_DATE' | 'CREDITS'
}

export interface Filter {
  formats?: string[]
  states?: string[]
  fees?: string[]
  deliveryMethods?: string[]
  certifyingBoards?: string[]
  creditTypes?: string[]
  specialties?: string[]
  providerIds?: string[]
  from?: string
  to?: string
  minCredits?: number
}

const allTopics = Object.values(topics).flat()
const topicWords = allTopics.flatMap((topic) => topic.toLowerCase().match(/[a-z]{5,}/g) ?? [])
const commonWords = ['update', 'review', 'care', 'medicine', 'practice', 'conference', 'physicians', 'rounds', 'online']

/** What people type: a topic, a word of one, one that is common, the beginning of one, one that is misspelled. */
const texts = new Weighted<(random: Random) => string | undefined>([
  [() => undefined, 20],
  [(random) => random.pick(allTopics).toLowerCase(), 20],
  [(random) => random.pick(topicWords), 20],
  [(random) => random.pick(commonWords), 10],
  [(random) => random.pick(specialties).name.toLowerCase(), 10],
  [(random) => random.pick(allTopics).toLowerCase().slice(0, random.between(3, 8)), 15],
  [(random) => misspelled(random, random.pick(allTopics).toLowerCase()), 5],
])

function misspelled(random: Random, text: string): string {
  const at = random.between(2, text.length - 2)
  return text.slice(0, at) + text.slice(at + 1)
}

const states = ['CA', 'TX', 'NY', 'FL', 'ME', 'WY']
const filters = new Weighted<(random: Random, today: string) => Filter>([
  [() => ({}), 40],
  [(random) => ({ formats: [random.pick(['COURSE', 'ENDURING', 'RSS', 'JOURNAL'])] }), 12],
  [() => ({ fees: ['NO_FREE'] }), 8],
  [(random) => ({ states: [random.pick(states)] }), 8],
  [() => ({ deliveryMethods: ['ONLINE'], fees: ['NO_FREE'] }), 6],
  [() => ({ certifyingBoards: ['ABIM'], creditTypes: ['ABIM/MK'] }), 8],
  [(random) => ({ specialties: [random.pick(['Internal Medicine', 'General Pediatrics', 'General Surgery'])] }), 6],
  [(random) => ({ certifyingBoards: [random.pick(['ABP', 'ABS', 'ABA'])], minCredits: 2 }), 4],
  [
    (_, today) => ({ from: today, to: `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01`, formats: ['COURSE'] }),
    8,
  ],
])

/** A search as somebody may ask it. */
export function drawQuestion(random: Random, today: string): Question {
  const text = texts.draw(random)(random)
  const filter = filters.draw(random)(random, today)
  const sort = random.pick(['RELEVANCE', 'RELEVANCE', 'RELEVANCE', 'START_DATE', 'CREDITS'] as const)
  return { ...(text === undefined ? {} : { text }), filter, sort }
}
