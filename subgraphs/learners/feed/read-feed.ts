import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { copyLine } from '../../shared/postgres/copy-text.js'
import { type FeedColumn, type FeedError, feedColumns, feedLimits, requiredColumns } from './feed-layout.js'
import { type FeedTerms, readFeedRow } from './read-feed-row.js'

const chunkLength = 64 * 1024

/** What was found in a file once it is read. */
export interface FeedFindings {
  rows: number
  errors: FeedError[]
  errorCount: number
}

/**
 * Reads a file line by line and answers the rows as text for COPY. Once there is an error no more of them come, and the
 * rest is read for errors alone.
 */
export async function* readFeed(
  path: string,
  feedId: string,
  terms: FeedTerms,
  findings: FeedFindings,
): AsyncGenerator<string> {
  const found = (error: FeedError) => {
    findings.errorCount += 1
    if (findings.errors.length < feedLimits.listedErrors) findings.errors.push(error)
  }
  let [line, text] = [0, '']
  let places: ReturnType<typeof placesOf> | undefined
  try {
    for await (const cells of records(path)) {
      line += 1
      if (!places) {
        places = placesOf(cells, terms, (message) => found({ line, column: null, message }))
        if (findings.errorCount) return
        continue
      }
      if (cells.length === 1 && !cells[0]?.trim()) continue
      findings.rows += 1
      if (findings.rows > feedLimits.rows) {
        found({ line, column: null, message: `A file has at most ${feedLimits.rows.toLocaleString('en-US')} lines.` })
        return
      }
      if (cells.length !== places.count) {
        found({ line, column: null, message: `has ${cells.length} cells where the header has ${places.count}` })
        continue
      }
      const read = readFeedRow(places.of(cells), terms)
      if ('problems' in read) for (const problem of read.problems) found({ line, ...problem })
      else if (!findings.errorCount) text += copyLine([feedId, line, ...read.row])
      if (text.length < chunkLength) continue
      yield text
      text = ''
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    // The parser reads ahead of us, so it alone knows where it stopped.
    const stoppedAt = Number(cause.lines) || line + 1
    found({ line: stoppedAt, column: null, message: 'is no line of a CSV file: look at its quotes, or at its length' })
  }
  if (!places) found({ line: 1, column: null, message: 'The file is empty. It begins with the names of its columns.' })
  else if (!findings.rows) found({ line: 2, column: null, message: 'The file has a header and nothing else.' })
  if (text && !findings.errorCount) yield text
}

function records(path: string): AsyncIterable<string[]> {
  const parser = parse({ bom: true, relax_column_count: true, trim: true, max_record_size: feedLimits.lineBytes })
  // Whoever iterates over the records is told of every failure of either stream.
  return pipeline(createReadStream(path), parser, () => undefined)
}

/** Where each column stands. */
function placesOf(header: readonly string[], { scope }: FeedTerms, refuse: (message: string) => void) {
  const names = header.map((name) => name.toLowerCase())
  const unknown = names.filter((name) => !feedColumns.some((column) => column === name))
  if (unknown.length) refuse(`There is no column ${unknown[0]?.slice(0, 40)}; see docs/feeds.md.`)
  if (new Set(names).size < names.length) refuse('A column stands there twice.')
  const needed: FeedColumn[] = [...requiredColumns[scope.kind], ...(scope.boards.size > 1 ? (['board'] as const) : [])]
  for (const column of needed) if (!names.includes(column)) refuse(`The column ${column} is missing.`)
  const places = feedColumns.map((column) => ({ column, place: names.indexOf(column) }))
  return {
    count: names.length,
    of: (cells: readonly string[]) => {
      const named = {} as Record<FeedColumn, string>
      for (const { column, place } of places) named[column] = cells[place] ?? ''
      return named
    },
  }
}
