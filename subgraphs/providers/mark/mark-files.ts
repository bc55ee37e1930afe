import { markPng } from './mark-png.js'
import { type MarkTheme, markSize, markSvg } from './mark-svg.js'

/** One form in which the mark can be downloaded. */
export interface MarkFile {
  name: string
  theme: MarkTheme
  format: 'SVG' | 'PNG'
  width: number
  height: number
}

const themes: readonly MarkTheme[] = ['light', 'dark']
const pngWidths = [210, 420, 840, 1680]

const heightFor = (width: number) => Math.round((width * markSize.height) / markSize.width)

/** Every file of the mark, by its name. */
export const markFiles: ReadonlyMap<string, MarkFile> = new Map(
  themes.flatMap((theme) => {
    const svg: MarkFile = { name: `provider-mark-${theme}.svg`, theme, format: 'SVG', ...markSize }
    const pngs = pngWidths.map((width): MarkFile => {
      return { name: `provider-mark-${theme}-${width}.png`, theme, format: 'PNG', width, height: heightFor(width) }
    })
    return [svg, ...pngs].map((file) => [file.name, file] as const)
  }),
)

/** The bytes of a file. */
export async function markBytes({ format, theme, width }: MarkFile): Promise<Uint8Array> {
  return format === 'SVG' ? Buffer.from(markSvg(theme)) : markPng(theme, width)
}

/** How the mark may be used (V06); whoever downloads it agrees. */
export const markRules = [
  'Only a provider that reports learner credit may use the mark, and only while it does: an accepted record of the last 12 months.',
  'Size and place are yours to choose. Keep it at least 105 pixels or 28 millimeters wide, so that it can be read.',
  'Leave it as it is: no other colors, words, proportions or effects, and nothing over it.',
  'On a page, let it lead to your provider page here, so that everybody can see that it is yours and true today.',
  'It says that you report credit. It does not say that an activity, a product or a claim is approved by anybody.',
] as const
