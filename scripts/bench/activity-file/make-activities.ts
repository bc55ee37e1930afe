import type { Counts } from '../path/compare.js'

/** One row as the spreadsheet holds it, by header, and what has to become of it. */
export interface MadeActivity {
  cells: Readonly<Record<string, string | number | Date>>
  outcome: 'ACCEPTED' | 'REJECTED' | 'DUPLICATE'
}

/** The columns of the file, in the order of the template. */
export const madeHeaders = [
  'Record Action',
  'Provider Activity ID',
  'Title',
  'Description',
  'URL',
  'Activity Format',
  'Delivery Method(s)',
  'Start Date',
  'End Date',
  'City',
  'State',
  'Country',
  'Providership',
  'Number of Credits',
  'Physician Learners',
  'Other Learners',
  'Commercial Support Received',
  'Supporter',
  'Amount',
  'Measured Outcome(s)',
  'Commendation Tag(s)',
  'Display in CME Passport',
  'Fee',
  'Registration',
  'Board',
  'Points',
  'Credit Type(s)',
  'Specialties',
] as const

const topics = [
  'Heart Failure',
  'Sepsis',
  'Opioid Stewardship',
  'Stroke Care',
  'Diabetes',
  'Lung Cancer Screening',
  'Asthma',
]
const cities = [
  ['Bangor', 'ME'],
  ['Portland', 'OR'],
  ['Columbus', 'OH'],
  ['Austin', 'TX'],
] as const
const dayMs = 86_400_000

/**
 * Rows as coordinators send them: a third enduring, a third registered for MOC, a tenth with support; of each 200 one names a
 * country that is none, one an unknown action, and one repeats the row before.
 */
export function makeActivities(count: number, run: number): MadeActivity[] {
  const rows: MadeActivity[] = []
  for (let i = 0; i < count; i += 1) {
    const place = i % 200
    if (place === 199) rows.push({ cells: made(i - 1, run), outcome: 'DUPLICATE' })
    else if (place === 50) rows.push({ cells: { ...made(i, run), Country: 'US' }, outcome: 'REJECTED' })
    else if (place === 100) rows.push({ cells: { ...made(i, run), 'Record Action': 'Upsert' }, outcome: 'REJECTED' })
    else rows.push({ cells: made(i, run), outcome: 'ACCEPTED' })
  }
  return rows
}

/** How many rows were made to end how. */
export const madeCounts = (rows: readonly MadeActivity[]): Counts => {
  const ending = (wanted: MadeActivity['outcome']) => rows.filter(({ outcome }) => outcome === wanted).length
  return { accepted: ending('ACCEPTED'), rejected: ending('REJECTED'), duplicate: ending('DUPLICATE') }
}

function made(i: number, run: number): MadeActivity['cells'] {
  const isEnduring = i % 3 === 0
  const topic = topics[i % topics.length] ?? ''
  const starts = Date.UTC(2026, 0, 1) + (i % 300) * dayMs
  const [city, state] = cities[i % cities.length] ?? cities[0]
  return {
    'Record Action': 'Add',
    'Provider Activity ID': `BENCH-${run}-${i}`,
    Title: `${topic}: session ${i} of series ${run}`,
    Description: `What is new in ${topic.toLowerCase()}, with cases from our own wards and time for questions. Part ${i}.`,
    URL: `https://cme.northernlight.test/activities/${run}/${i}`,
    'Activity Format': isEnduring ? 'Enduring material' : 'Course',
    'Delivery Method(s)': isEnduring ? 'Online' : 'In-Person; Live-Streamed',
    'Start Date': new Date(starts),
    'End Date': new Date(starts + (isEnduring ? 700 : 1) * dayMs),
    ...(isEnduring ? {} : { City: city, State: state, Country: 'USA' }),
    Providership: 'Direct',
    'Number of Credits': 1 + (i % 8) / 4,
    'Physician Learners': i % 90,
    'Other Learners': i % 40,
    'Commercial Support Received': i % 10 === 0 ? 'Yes' : 'No',
    ...(i % 10 === 0 ? { Supporter: 'Acme Devices', Amount: 5_000 } : {}),
    'Measured Outcome(s)': 'Learner Knowledge:Objective; Learner Competence:Subjective',
    'Commendation Tag(s)': i % 4 === 0 ? 'Engages Teams; Improves Performance' : '',
    'Display in CME Passport': 'Yes',
    Fee: 'No, it’s free',
    Registration: 'Open to all',
    ...(i % 3 === 1
      ? {
          Board: 'ABIM',
          Points: 1 + (i % 8) / 4,
          'Credit Type(s)': 'Medical Knowledge',
          Specialties: 'Internal Medicine; Hospital Medicine',
        }
      : {}),
  }
}
