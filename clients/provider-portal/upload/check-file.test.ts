import { fileObjection } from './check-file'

test.each(['Learners 2026.XLSX', 'learners.csv', 'template-b.txt', 'lms.tsv', 'report.xml', 'report.json'])(
  '%s of reasonable size can be sent',
  (name) => {
    expect(fileObjection({ name, size: 50_000 })).toBeUndefined()
  },
)

test.each([
  ['learners.xls', 100, /save it as an Excel Workbook/],
  ['learners.numbers', 100, /save it as an Excel Workbook/],
  ['learners.xlsm', 100, /macros/],
  ['learners', 100, /ends in \.xlsx/],
  ['learners.pdf', 100, /ends in \.xlsx/],
  ['learners.xlsx', 0, /empty/],
  ['learners.xlsx', 256 * 1024 * 1024 + 1, /at most 256\.0 MB/],
])('%s of %d bytes cannot', (name, size, reason) => {
  expect(fileObjection({ name, size })).toMatch(reason)
})
