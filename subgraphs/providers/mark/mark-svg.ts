import { wordOutlines } from './mark-words.js'

/** For which background the mark is. */
export type MarkTheme = 'light' | 'dark'

interface Colors {
  ground: string
  line: string
  seal: string
  onSeal: string
  words: string
}

const colors: Record<MarkTheme, Colors> = {
  light: { ground: '#ffffff', line: '#b4d6cf', seal: '#0b5f57', onSeal: '#ffffff', words: '#15211f' },
  dark: { ground: '#0e1413', line: '#27544d', seal: '#62cdbd', onSeal: '#04231f', words: '#e8eeec' },
}

/** Width over height, in the units of the drawing. */
export const markSize = { width: 840, height: 220 } as const

/** The provider mark: the sign of the platform in a seal, and what the provider does. */
export function markSvg(theme: MarkTheme): string {
  const { ground, line, seal, onSeal, words } = colors[theme]
  const { width, height } = markSize
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t">
<title id="t">Reports learner credit in CreditGraph</title>
<rect x="3" y="3" width="${width - 6}" height="${height - 6}" rx="36" fill="${ground}" stroke="${line}" stroke-width="6"/>
<circle cx="110" cy="110" r="76" fill="${seal}"/>
<circle cx="110" cy="110" r="64" fill="none" stroke="${onSeal}" stroke-width="3" stroke-dasharray="2 7" stroke-linecap="round"/>
<g fill="none" stroke="${onSeal}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round">
<path d="M82 112 L102 134 L127 100"/>
<circle cx="134" cy="91" r="12"/>
</g>
<circle cx="82" cy="111" r="9" fill="${onSeal}"/>
<circle cx="102" cy="134" r="9" fill="${onSeal}"/>
<g fill="${words}">
<path d="${wordOutlines.claim}"/>
<path d="${wordOutlines.place}" fill="${seal}"/>
</g>
</svg>
`
}
