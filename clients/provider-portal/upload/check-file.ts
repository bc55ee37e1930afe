import { bytes } from '../../shared/format/numbers'

const maxBytes = 256 * 1024 * 1024

/** Extensions and media types of the files that bring learners. */
export const learnerFileTypes = [
  '.xlsx',
  '.csv',
  '.txt',
  '.tsv',
  '.xml',
  '.json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/xml',
  'application/json',
]

/** What can be told of a file before it is sent; undefined when nothing speaks against it. */
export function fileObjection(file: { name: string; size: number }) {
  if (/\.(xlsm|xltm)$/i.test(file.name)) {
    return 'This workbook carries macros. Save it as an Excel Workbook (.xlsx) and choose that file.'
  }
  if (/\.(xls|numbers|ods)$/i.test(file.name)) {
    return 'This is another kind of file. Open it in your spreadsheet program and save it as an Excel Workbook (.xlsx).'
  }
  if (!/\.(xlsx|csv|txt|tsv|xml|json)$/i.test(file.name)) {
    return 'Choose a file whose name ends in .xlsx, .csv, .txt, .xml or .json.'
  }
  if (file.size === 0) return 'The file is empty. Save it again and choose it anew.'
  if (file.size > maxBytes) {
    return `The file has ${bytes(file.size)}; at most ${bytes(maxBytes)} are taken. Split it into several files.`
  }
  return undefined
}
