import type { WorkbookLimits } from './limits.js'
import type { Package } from './package.js'
import { readXml } from './xml.js'

/** For each cell style of the workbook, by its number, whether it shows a number as a day. */
export async function readDateStyles(
  source: Package,
  part: string | undefined,
  limits: WorkbookLimits,
): Promise<boolean[]> {
  const styles: boolean[] = []
  if (part === undefined) return styles
  const customDates = new Set<number>()
  let inCellStyles = false
  await readXml(source, part, limits, {
    open(name, attributes) {
      const format = Number(attributes.numFmtId)
      if (name === 'numFmt' && showsDay(attributes.formatCode ?? '')) customDates.add(format)
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) styles.push(customDates.has(format) || isBuiltInDate(format))
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return styles
}

/** Whether a number format such as `d-mmm-yy;@` shows a day; `h:mm` and `[h]:mm` show none. */
export function showsDay(formatCode: string): boolean {
  const [letters = ''] = formatCode.replace(/"[^"]*"|\[(?![hms]+\])[^\]]*\]|[\\_*]./g, '').split(';')
  return /[yd]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters))
}

/** The formats that every workbook has without declaring them; 27–36 and 50–58 are the East Asian ones. */
function isBuiltInDate(format: number): boolean {
  return builtInDates.some(([first, last]) => format >= first && format <= last)
}

const builtInDates: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 54],
  [57, 58],
]
