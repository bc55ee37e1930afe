/** Undoes `_x000D_` and the like, and drops what no database text can hold. */
export function unescapeXmlText(text: string): string {
  return storable(text.includes('_x') ? text.replace(escapes, (_all, code: string) => characterOf(code)) : text)
}

/** Keeps a text that happens to look like `_x000D_` from being read as the character, and the character from being lost. */
export function escapeXmlText(text: string): string {
  return storable(text).replace(escapes, '_x005F$&').replaceAll('\r', '_x000D_')
}

/** Makes a text fit to stand in XML, between tags or in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** Without NUL, other controls, characters that are none, and halves of a pair. */
function storable(text: string): string {
  return text.replace(unstorable, '').toWellFormed()
}

function characterOf(code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16))
}

const escapes = /_x([0-9A-Fa-f]{4})_/g
const unstorable = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
