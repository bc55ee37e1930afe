import type { EntityManager } from '@mikro-orm/postgresql'
import { executeBound } from '../../../shared/postgres/bound.js'
import type { SearchText } from './search-text.js'
import type { TextPiece } from './search-types.js'
import { querySql } from './text-matches.query.js'

/** What of an activity is shown in a list of hits. */
export interface Excerpt {
  title: TextPiece[]
  snippet: TextPiece[]
}

const [open, close] = ['\uE000', '\uE001']
const snippetLength = 220

/** The title and the telling part of the description of each activity, with what was looked for marked. */
export async function findExcerpts(
  em: EntityManager,
  activityIds: readonly string[],
  text: SearchText,
): Promise<Map<string, Excerpt>> {
  const rows = await executeBound<MarkedRow>(em, excerptsSql, [text.web, text.typed, activityIds])
  return new Map(
    rows.map(({ activityId, title, snippet }) => [activityId, { title: pieces(title), snippet: pieces(snippet) }]),
  )
}

interface MarkedRow {
  activityId: string
  title: string
  snippet: string
}

// The marks are characters that mean nothing, and are taken out of what providers have written.
const excerptsSql = `
  with question as materialized (select ${querySql} as query)
  select activity_id as "activityId",
    ts_headline('search_stemmed', translate(title, '${open}${close}', ''), query,
      'StartSel=${open}, StopSel=${close}, HighlightAll=true') as title,
    ts_headline('search_stemmed', translate(coalesce(description, ''), '${open}${close}', ''), query,
      'StartSel=${open}, StopSel=${close}, MaxWords=32, MinWords=20, ShortWord=0') as snippet
  from activity, question
  where activity_id = any($3)`

/** A text with marks, in pieces. */
export function pieces(marked: string): TextPiece[] {
  return marked
    .split(open)
    .flatMap((part, index) => {
      const end = index === 0 ? -1 : part.indexOf(close)
      return [
        { text: part.slice(0, Math.max(0, end)), isMatch: true },
        { text: part.slice(end + 1), isMatch: false },
      ]
    })
    .filter(({ text }) => text !== '')
}

/** What is shown when nothing was looked for: the title and the beginning of the description. */
export function plainExcerpt(activity: { title: string; description?: string | null }): Excerpt {
  return { title: plain(activity.title), snippet: plain(beginning(activity.description ?? '')) }
}

const plain = (text: string): TextPiece[] => (text ? [{ text, isMatch: false }] : [])

function beginning(text: string): string {
  if (text.length <= snippetLength) return text
  const cut = text.slice(0, snippetLength)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), snippetLength / 2)).toWellFormed()}…`
}
