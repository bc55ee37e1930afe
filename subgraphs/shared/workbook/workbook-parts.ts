import { posix } from 'node:path'
import type { WorkbookLimits } from './limits.js'
import type { Package } from './package.js'
import { FileRefusal } from './refusal.js'
import { readXml } from './xml.js'

/** Where the parts of a workbook that we read are, and how it counts days. */
export interface WorkbookParts {
  sheetName: string
  sheet: string
  sharedStrings?: string
  styles?: string
  epoch1904: boolean
}

interface Relation {
  id: string
  type: string
  target: string
}

interface Sheet {
  name: string
  relationId: string
  hidden: boolean
}

/** Finds the sheet `Sheet1`, or the first visible worksheet, by the relations of the package. */
export async function findParts(source: Package, limits: WorkbookLimits): Promise<WorkbookParts> {
  await refuseOtherDocuments(source, limits)
  const workbook = (await readRelations(source, '', limits)).find(({ type }) => type === 'officeDocument')?.target
  if (workbook === undefined) throw notAWorkbook()
  const relations = await readRelations(source, workbook, limits)
  const { sheets, epoch1904 } = await readSheets(source, workbook, limits)
  const worksheets = sheets.flatMap((sheet) => {
    const part = relations.find(({ id, type }) => id === sheet.relationId && type === 'worksheet')?.target
    return part === undefined ? [] : [{ ...sheet, part }]
  })
  const chosen =
    worksheets.find(({ name }) => name.trim().toLowerCase() === 'sheet1') ?? worksheets.find(({ hidden }) => !hidden)
  if (!chosen)
    throw new FileRefusal('FILE_FORMAT', 'The workbook has no worksheet. Put the list on a sheet named Sheet1.')
  return {
    sheetName: chosen.name,
    sheet: chosen.part,
    sharedStrings: relations.find(({ type }) => type === 'sharedStrings')?.target,
    styles: relations.find(({ type }) => type === 'styles')?.target,
    epoch1904,
  }
}

const otherDocuments: readonly { has: RegExp; code: 'FILE_FORMAT' | 'FILE_FORMAT_UNSAFE'; message: string }[] = [
  {
    has: /sheet\.binary/i,
    code: 'FILE_FORMAT',
    message: 'The file is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx).',
  },
  {
    has: /macroEnabled|vbaProject|intlMacrosheet|ms-excel\.macrosheet/i,
    code: 'FILE_FORMAT_UNSAFE',
    message: 'The workbook holds macros. Save it as an Excel workbook without macros (.xlsx) and send that.',
  },
  {
    has: /wordprocessingml|presentationml/i,
    code: 'FILE_FORMAT',
    message: 'The file is a text document or a presentation, not an .xlsx workbook. Send the list as a workbook.',
  },
]

async function refuseOtherDocuments(source: Package, limits: WorkbookLimits): Promise<void> {
  if (!source.has(contentTypes)) throw notAWorkbook(source)
  const types: string[] = source.has('xl/vbaProject.bin') ? ['vbaProject'] : []
  await readXml(source, contentTypes, limits, {
    open: (_name, { ContentType }) => void (ContentType && types.push(ContentType)),
  })
  for (const { has, code, message } of otherDocuments) {
    if (types.some((type) => has.test(type))) throw new FileRefusal(code, message)
  }
}

async function readSheets(source: Package, workbook: string, limits: WorkbookLimits) {
  const sheets: Sheet[] = []
  let epoch1904 = false
  await readXml(source, workbook, limits, {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet') return
      const relationId = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      sheets.push({ name: attributes.name ?? '', relationId, hidden: (attributes.state ?? 'visible') !== 'visible' })
    },
  })
  return { sheets, epoch1904 }
}

async function readRelations(source: Package, part: string, limits: WorkbookLimits): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const relationPart = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  if (!source.has(relationPart)) throw notAWorkbook()
  const relations: Relation[] = []
  await readXml(source, relationPart, limits, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target })
    },
  })
  return relations
}

function notAWorkbook(source?: Package): FileRefusal {
  const what = source?.has('mimetype')
    ? 'an OpenDocument file'
    : source?.has('Index/Document.iwa')
      ? 'a Numbers document'
      : 'a zip archive'
  const message = `The file is ${what}, not an .xlsx workbook. Save or export the list as an Excel workbook (.xlsx).`
  return new FileRefusal('FILE_FORMAT', message)
}

const contentTypes = '[Content_Types].xml'
