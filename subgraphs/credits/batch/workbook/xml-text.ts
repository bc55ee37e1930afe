/** Undoes `_x000D_` and the like; what no database text can hold (NUL and other controls, half a surrogate) is dropped. */
export function unescapeXmlText(text: string): string {
  const unescaped = text.includes('_x') ? text.replace(escapes, (_all, code: string) => characterOf(code)) : text
  return unescaped.replace(controls, '').toWellFormed()
}

/** Keeps a text that happens to look like `_x000D_` from being read as the character. */
export function escapeXmlText(text: string): string {
  return text.replace(escapes, '_x005F$&')
}

function characterOf(code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16))
}

const escapes = /_x([0-9A-Fa-f]{4})_/g
const controls = /[^\P{Cc}\t\n\r]/gu
