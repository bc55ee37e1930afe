/** Most characters of a text that count; what follows is ignored. */
export const maxTextLength = 200

/** A text as it is looked for. */
export interface SearchText {
  /** In the syntax of web searches: "a phrase", -not, or. */
  web: string
  /** The last word, which may not be typed to its end yet; empty when the text leaves no doubt. */
  typed: string
}

/** Takes out of a text what cannot be looked for, or undefined when nothing is left. */
export function readSearchText(text: string | null | undefined): SearchText | undefined {
  const clean = (text ?? '')
    .slice(0, maxTextLength)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cs}\p{Co}\uFFFD]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trimStart()
  if (!/[\p{L}\p{N}]/u.test(clean)) return undefined
  const last = /(?:^|\s)([\p{L}\p{N}]{3,40})$/u.exec(clean)?.[1]
  // A quotation or an alternative reaches over several words: what is typed is taken as it stands.
  if (last === undefined || clean.includes('"') || /\bor\b/i.test(clean)) return { web: clean.trim(), typed: '' }
  return { web: clean.slice(0, -last.length).trim(), typed: last }
}

/** The words of a text that could be misspelled, each once. */
export function wordsOf({ web, typed }: SearchText): string[] {
  const words = `${web} ${typed}`.toLowerCase().match(/[\p{L}\p{N}]{4,40}/gu) ?? []
  return [...new Set(words)].slice(0, 8)
}

/** The text with words put in the place of others. */
export function respelled(text: SearchText, spelling: ReadonlyMap<string, string>): SearchText {
  const respell = (part: string) => part.replace(/[\p{L}\p{N}]+/gu, (word) => spelling.get(word.toLowerCase()) ?? word)
  return { web: respell(text.web), typed: respell(text.typed) }
}

/** The text as people write it. */
export const shown = ({ web, typed }: SearchText) => `${web} ${typed}`.trim()
