import { type BoardReasonCode, boardReasons, isBoardReason } from './board-reasons.js'

export const maxReasonLength = 500
export const maxAnswers = 1_000

/** What a board says of points that it was asked about. */
export interface Answer {
  partId: string
  decision: 'ACCEPTED' | 'REJECTED'
  reasonCode?: BoardReasonCode | null
  reason?: string | null
}

/** Where the points of an answer stand; undefined where the board has never had any by that id. */
export type Standing = 'PENDING' | 'ACCEPTED' | 'REJECTED' | 'WITHDRAWN' | undefined

export type AnswerOutcome = 'RECORDED' | 'UNCHANGED' | 'CONTRADICTION' | 'WITHDRAWN' | 'UNKNOWN' | 'NO_REASON'

const sentences: Record<AnswerOutcome, string> = {
  RECORDED: 'Recorded.',
  UNCHANGED: 'Answered the same before; nothing was changed.',
  CONTRADICTION:
    'These points were answered otherwise before, and an answer is never edited. Ask the provider to correct or delete the record.',
  WITHDRAWN: 'The provider has withdrawn these points. Where it has corrected them, they wait under another id.',
  UNKNOWN: 'There are no such points, or they are not for your board.',
  NO_REASON: 'Say why: the provider needs the reason to correct the record.',
}

/** What an outcome means, as a sentence. */
export const answerSentence = (outcome: AnswerOutcome) => sentences[outcome]

/**
 * What an answer changes. The same answer again changes nothing (I-8), a contradicting one is refused, since what is
 * decided is never edited (I-5), and points that were withdrawn meanwhile stay withdrawn (L38, L39).
 */
export function judgeAnswer(answer: Answer, standing: Standing): AnswerOutcome {
  if (standing === undefined) return 'UNKNOWN'
  if (standing === 'WITHDRAWN') return 'WITHDRAWN'
  if (standing !== 'PENDING') return standing === answer.decision ? 'UNCHANGED' : 'CONTRADICTION'
  return answer.decision === 'REJECTED' && !wordsOf(answer) ? 'NO_REASON' : 'RECORDED'
}

/** The board’s own words, or what its reason code says; null where it gives neither. */
export function wordsOf({ decision, reason, reasonCode }: Answer): string | null {
  const words = reason?.trim().slice(0, maxReasonLength)
  if (words) return words
  return decision === 'REJECTED' && isBoardReason(reasonCode) ? boardReasons[reasonCode].says : null
}
