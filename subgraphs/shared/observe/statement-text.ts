import { observeLimits } from './limits.js'

// In this order: what is a comment or a text hides whatever else it seems to hold. A name in double quotes and a $1 are kept.
const piece =
  /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\b[eE]'(?:\\[\s\S]|''|[^'\\])*(?:'|$)|'(?:''|[^'])*(?:'|$)|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?(?:\1|$)|"(?:""|[^"])*(?:"|$)|\$\d+|[A-Za-z_]\w*|\d[\d.]*(?:[eE][+-]?\d+)?/g
const isComment = /^(?:--|\/\*)/
const isKept = /^(?:"|\$\d|[A-DF-Za-df-z_]|[eE](?!'))/
const lists = /\?(?:::\w+(?:\[\])?)?(?: ?, ?\?(?:::\w+(?:\[\])?)?)+/g
const rows = /\(\?\)(?: ?, ?\(\?\))+/g

/** A statement, or a condition of a plan, with a question mark in the place of every value. */
export function withoutValues(text: string, maxLength: number = observeLimits.statementLength): string {
  // What is far too long is values for the most part; its beginning says which statement it is.
  const begin = text.slice(0, maxLength * 10)
  const bare = begin.replace(piece, (found) => (isComment.test(found) ? ' ' : isKept.test(found) ? found : '?'))
  const short = bare.replace(/\s+/g, ' ').trim().replace(lists, '?').replace(rows, '(?)')
  return short.length > maxLength ? `${short.slice(0, maxLength)}…` : short
}
