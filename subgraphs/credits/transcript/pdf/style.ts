import { createRequire } from 'node:module'

/** US Letter in points, and what of it carries text. */
export const sheet = { left: 54, right: 558, top: 42, footerTop: 706 } as const
export const sheetWidth = sheet.right - sheet.left

export const color = { ink: '#15211f', soft: '#475653', accent: '#0b5f57', tint: '#e8f2ef', line: '#cfd9d5' } as const

/** Source Sans 3 has the letters that names need, from Łukasz to Nguyễn. */
const files = {
  regular: '400Regular/SourceSans3_400Regular.ttf',
  italic: '400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  strong: '600SemiBold/SourceSans3_600SemiBold.ttf',
} as const

export interface Style {
  font: keyof typeof files
  size: number
  color: string
}

export const style = {
  title: { font: 'strong', size: 21, color: color.ink },
  name: { font: 'strong', size: 14, color: color.ink },
  heading: { font: 'strong', size: 12, color: color.ink },
  brand: { font: 'strong', size: 15, color: color.accent },
  seal: { font: 'strong', size: 9, color: color.accent },
  body: { font: 'regular', size: 10, color: color.ink },
  strong: { font: 'strong', size: 10, color: color.ink },
  italic: { font: 'italic', size: 10, color: color.ink },
  label: { font: 'regular', size: 10, color: color.soft },
  small: { font: 'regular', size: 9, color: color.soft },
  columnHead: { font: 'strong', size: 9, color: color.accent },
  link: { font: 'regular', size: 10, color: color.accent },
  fine: { font: 'regular', size: 7.5, color: color.soft },
} as const satisfies Record<string, Style>

/** Makes the fonts known to a document, which embeds the glyphs that it uses. */
export function registerFonts(pdf: PDFKit.PDFDocument): void {
  const { resolve } = createRequire(import.meta.url)
  for (const [name, file] of Object.entries(files))
    pdf.registerFont(name, resolve(`@expo-google-fonts/source-sans-3/${file}`))
}
