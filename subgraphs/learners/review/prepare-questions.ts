import type { EntityManager } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import { spendGuesses } from '../guess-budget/spend-guesses.js'
import { fingerprintOf } from '../matching/decision/fingerprint.js'
import { MatchPart } from '../matching/decision/match-record.js'
import type { Decision } from '../matching/engine/types.js'
import type { Matching } from '../matching/match-learners.js'
import { matchParts, type PartDecisions } from '../matching/match-parts.js'
import type { LearnerClaim } from '../matching/match-types.js'
import { isAbout } from '../matching/part-match.js'
import { identityFingerprint, identityOf } from './identity.js'
import type { ClaimedIdentity } from './review-case.js'
import { ReviewKind } from './review-enums.js'
import type { ReviewNews } from './review-news.js'
import { readRulings } from './rulings.query.js'

/** Part of a row that matching does not settle, as a case is opened for it. */
export interface Question {
  batchId: string
  rowNumber: number
  providerId: string
  part: MatchPart
  /** Of the details, in hexadecimal digits. */
  fingerprint: string
  claim: ClaimedIdentity
  kind: ReviewKind
  probability: number
  quarters: number
  askedAt: Date
  /** Under which the decision of matching is kept if a case is opened for this question. */
  decisionId: string
  decision: Decision
  claimFingerprint: string
}

type OpenNews = ReviewNews & { claim: LearnerClaim }

/** What of these rows people have to decide: each part of which the provider is not told who is meant. */
export async function prepareQuestions(
  em: EntityManager,
  { index, fingerprintKey }: Matching,
  news: readonly ReviewNews[],
): Promise<Question[]> {
  const engine = await index.engine()
  const open = news.filter((row): row is OpenNews => row.isOpen && Boolean(row.claim))
  const questions: Question[] = []
  for (const [providerId, rows] of Map.groupBy(open, (row) => row.providerId)) {
    const silent = await spendGuesses(em, providerId, [], new Date())
    const claims = rows.map(({ claim }) => claim)
    const rulings = await readRulings(em, fingerprintKey, providerId, claims)
    for (const row of rows) {
      const unsettled = partsOf(row, matchParts(engine, row.claim)).filter(
        ({ part, decision }) =>
          !rulings.on(part, row.claim) && (decision.decision !== 'MATCHED' || isAbout(decision, silent)),
      )
      questions.push(...unsettled.map((part) => questionOf(row, part, fingerprintKey)))
    }
  }
  return questions
}

interface AskedPart {
  part: MatchPart
  decision: Decision
  quarters: number
}

const partsOf = ({ credits, points }: OpenNews, { license, diplomate }: PartDecisions): AskedPart[] => [
  ...(license ? [{ part: MatchPart.LICENSE, decision: license, quarters: credits }] : []),
  ...(diplomate ? [{ part: MatchPart.DIPLOMATE, decision: diplomate, quarters: points }] : []),
]

const kindOf: Record<Decision['decision'], ReviewKind> = {
  MATCHED: ReviewKind.WITHHELD,
  AMBIGUOUS: ReviewKind.AMBIGUOUS,
  MISMATCH: ReviewKind.NEAR_MISS,
  NOT_FOUND: ReviewKind.NOT_FOUND,
}

function questionOf(row: OpenNews, { part, decision, quarters }: AskedPart, key: Buffer): Question {
  const { batchId, rowNumber, providerId, claim, askedAt } = row
  return {
    batchId,
    rowNumber,
    providerId,
    part,
    fingerprint: identityFingerprint(key, part, claim),
    claim: identityOf(part, claim),
    kind: kindOf[decision.decision],
    probability: decision.probability,
    quarters,
    askedAt,
    decisionId: uuidv7(),
    decision,
    claimFingerprint: fingerprintOf(key, claim),
  }
}
