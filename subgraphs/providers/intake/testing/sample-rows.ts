/** The columns of a good file, by our names. */
export const sampleHeaders = [
  'Record Action',
  'ACCME Activity ID',
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
  'Display in CME Passport',
  'Fee',
  'Registration',
  'Close Activity',
] as const

type Header = (typeof sampleHeaders)[number]

/** A live course with everything it needs, but for what a test says. */
export const aRow = (id: string, changes: Partial<Record<Header, string>> = {}): string[] => {
  const values: Partial<Record<Header, string>> = {
    'Provider Activity ID': id,
    Title: `Grand Rounds ${id}`,
    Description: 'Cases of the week.',
    URL: 'https://cme.northernlight.test/rounds',
    'Activity Format': 'Course',
    'Delivery Method(s)': 'In-Person; Live-Streamed',
    'Start Date': '03/01/2026',
    'End Date': '03/02/2026',
    City: 'Bangor',
    State: 'ME',
    Country: 'USA',
    Providership: 'Direct',
    'Number of Credits': '1.5',
    'Physician Learners': '12',
    'Other Learners': '0',
    'Commercial Support Received': 'No',
    'Measured Outcome(s)': 'Learner Knowledge:Objective',
    'Display in CME Passport': 'Yes',
    Fee: "No, it's free",
    Registration: 'Open to all',
    ...changes,
  }
  return sampleHeaders.map((header) => values[header] ?? '')
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** Rows as a CSV file with the sample columns. */
export const csvOf = (...rows: readonly (readonly string[])[]): string =>
  [sampleHeaders, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')
