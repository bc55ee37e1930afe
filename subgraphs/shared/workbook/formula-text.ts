/** Makes a text safe to open in a spreadsheet program: what would be taken for a formula gets an apostrophe in front. */
export function guardFormulaText(text: string): string {
  return looksLikeFormula.test(text) ? `'${text}` : text
}

/** Takes that apostrophe away again, so that a result file that is sent back says what the first file said. */
export function restoreFormulaText(text: string): string {
  return text.startsWith("'") && looksLikeFormula.test(text) ? text.slice(1) : text
}

/** A text that already begins with apostrophes gets one more, so that restoring gives back exactly what was guarded. */
const looksLikeFormula = /^'*[=+\-@\t\r\n＝＋－＠]/u
