/** What is asked about learners of activities on the safe use of a drug (3.5c to f), as the standard spells it. */
export const remsProfessions = [
  'Physician',
  'Advanced practice nurse',
  'Physician Assistant',
  'Dentist',
  'Podiatrist',
  'Nurse',
  'Pharmacist',
  'Optometrist',
  'Psychologist',
  'Veterinarian',
  'Other healthcare professional',
  'Other',
] as const

export const remsPracticeAreas = [
  'Addiction',
  'Anesthesiology',
  'Critical Care',
  'Dentistry',
  'Emergency',
  'Family Medicine',
  'Geriatric',
  'Hematology',
  'Hospice and/or Palliative Care',
  'Internal Medicine',
  'Neurology',
  'Obstetrics/Gynecology',
  'Oncology',
  'Ophthalmology',
  'Pain',
  'Pediatric',
  'Physical Medicine and Rehabilitation',
  'Psychiatry',
  'General Surgery',
  'Orthopedic surgery',
  'Other surgical specialty',
  'Urology',
  'Other',
  'N/A',
] as const

export const remsTimesInPractice = [
  'Trainee',
  '0-5 years post training',
  '6-10 years',
  '11-15 years',
  '16-20 years',
  '21+ years',
] as const

export const deaRegistrations = ['Individual', 'Institutional', 'None'] as const

/** The entry of a list that a text stands for, however it is spaced, cased and dashed; undefined when there is none. */
export function parseEntry<Entry extends string>(list: readonly Entry[], text: string): Entry | undefined {
  const wanted = comparable(text)
  return list.find((entry) => comparable(entry) === wanted)
}

const comparable = (text: string) =>
  text.normalize('NFKC').toLowerCase().replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim()
