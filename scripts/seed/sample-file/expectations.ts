import { samplePeople, sampleRows } from './sample-file.js'

/** What has to become of each row, one line each; the same for every day the file is made for. */
export function expectedCsv(): string {
  const lines = sampleRows('2026-01-01').map(({ rowNumber, outcome, codes, learner, family }) =>
    [rowNumber, outcome, codes.join(';'), learner?.key ?? '', `"${family}"`].join(','),
  )
  return `${['row,outcome,codes,learner,case', ...lines].join('\n')}\n`
}

/** The people who have to be on file, one line of JSON each. */
export function peopleJsonLines(): string {
  return samplePeople()
    .map((person) => `${JSON.stringify(person)}\n`)
    .join('')
}
