/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template: text is escaped, HTML is not, nothing is nothing, and a list is one after the other. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[]

/** HTML from a template. Every value that is not HTML itself is escaped, for content and for quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(strings.reduce((text, piece, index) => text + render(values[index - 1]) + piece))
}

/** Data for a script element that is not run; nothing in it can end the element. */
export const embedded = (data: object) =>
  new Html(JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => unicodeEscape(character)))

/** Text as it may stand in HTML and in XML. */
export const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '').replace(/[^\P{Cc}\n\t]/gu, ' ')

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Html) return value.text
  return typeof value === 'object' ? value.map(render).join('') : escaped(String(value))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const unicodeEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
