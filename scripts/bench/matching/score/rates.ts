import { bands } from './bands.js'
import { type Counts, type Crosstab, total } from './crosstab.js'
import { prefixes } from './groups.js'

/** What the answers of one contestant come down to. Shares are 0 where there is nothing to share. */
export interface Rates {
  precision: number
  recall: number
  f1: number
  harmlessRecall: number
  wrongPersonPerMillion: number
  wrongOnFilePerMillion: number
  wrongNotOnFilePerMillion: number
  recallWithIdentifier: number
  wrongWithIdentifierPerMillion: number
  recallWithoutIdentifier: number
  wrongWithoutIdentifierPerMillion: number
  severalListed: number
  severalDecided: number
  nearRightPersonFirst: number
  nearNamedRight: number
  onFileNotFound: number
  /** Between the rarest and the commonest surnames that have enough rows to say so. */
  recallGap: number
}

// With fewer rows than this, a band’s recall says nothing about a hundredth.
const fewestRows = 1_000

/** Counts of a contestant as shares and rates; wrong persons are per million rows that were matched. */
export function ratesOf(table: Crosstab): Rates {
  const [all, decidable, several] = [table.of('all'), table.of('decidable'), table.of('several')]
  const decided = all.right + all.wrongPerson
  const wrongOnFile = decidable.wrongPerson + several.wrongPerson
  const near = decidable.nearAndNamed + decidable.nearFirst + decidable.nearOther
  const precision = share(all.right, decided)
  const recall = recallOf(decidable)
  return {
    precision,
    recall,
    f1: share(2 * precision * recall, precision + recall),
    harmlessRecall: recallOf(table.of('harmless')),
    wrongPersonPerMillion: perMillion(all.wrongPerson, decided),
    wrongOnFilePerMillion: perMillion(wrongOnFile, decided),
    wrongNotOnFilePerMillion: perMillion(table.of('not on file').wrongPerson, decided),
    recallWithIdentifier: recallOf(table.of('with identifier')),
    wrongWithIdentifierPerMillion: wrongIn(table.of('sent with identifier')),
    recallWithoutIdentifier: recallOf(table.of('without identifier')),
    wrongWithoutIdentifierPerMillion: wrongIn(table.of('sent without identifier')),
    severalListed: share(several.listed, total(several)),
    severalDecided: share(several.right + several.wrongPerson, total(several)),
    nearRightPersonFirst: share(decidable.nearAndNamed + decidable.nearFirst, near),
    nearNamedRight: share(decidable.nearAndNamed, near),
    onFileNotFound: share(decidable.notFound, total(decidable)),
    recallGap: gapOf(table),
  }
}

/** The recall of a group. */
export const recallOf = (counts: Counts) => share(counts.right, total(counts))

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
const perMillion = (part: number, whole: number) => share(part * 1_000_000, whole)
const wrongIn = (counts: Counts) => perMillion(counts.wrongPerson, counts.right + counts.wrongPerson)

function gapOf(table: Crosstab): number {
  const known = bands
    .map(({ name }) => table.of(`${prefixes.band}${name}`))
    .filter((counts) => total(counts) >= fewestRows)
    .map(recallOf)
  const [rarest, commonest] = [known[0], known.at(-1)]
  return rarest === undefined || commonest === undefined ? 0 : Math.abs(rarest - commonest)
}
