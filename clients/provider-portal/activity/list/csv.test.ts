import { toCsv } from './csv'

const columns = [
  { header: 'Title', text: ({ title }: { title: string | null }) => title },
  { header: 'Credits', text: () => 1.25 },
]

test.each([
  ['Grand Rounds', 'Grand Rounds'],
  ['Heart, Lung and “Kidney”', '"Heart, Lung and “Kidney”"'],
  ['Say "ah"', '"Say ""ah"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['-1 to 1', "'-1 to 1"],
  [null, ''],
])('%j is written as %s', (title, cell) => {
  expect(toCsv(columns, [{ title }])).toBe(`\uFEFFTitle,Credits\r\n${cell},1.25\r\n`)
})
