import { isBoardReason } from '../board-reasons.js'
import { type Answer, maxAnswers } from '../moc-answer.js'

/**
 * The answers in a board’s message: `{"answers": [{"partId", "decision", "reasonCode", "reason"}]}`, or none in an empty
 * one. Undefined for anything else; a reason code that we do not know is read as the board’s words alone.
 */
export function readAnswers(body: string): Answer[] | undefined {
  if (!body.trim()) return []
  const message = parse(body)
  const list = typeof message === 'object' && message !== null && 'answers' in message ? message.answers : []
  if (message === undefined || !Array.isArray(list) || list.length > maxAnswers) return undefined
  const answers = list.map(readAnswer)
  return answers.every((answer) => answer !== undefined) ? answers : undefined
}

function readAnswer(given: unknown): Answer | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const { partId, decision, reasonCode, reason }: Partial<Record<string, unknown>> = { ...given }
  if (typeof partId !== 'string' || (decision !== 'ACCEPTED' && decision !== 'REJECTED')) return undefined
  return {
    partId,
    decision,
    reasonCode: isBoardReason(reasonCode) ? reasonCode : null,
    reason: typeof reason === 'string' && reason.isWellFormed() ? reason.replaceAll('\0', '') : null,
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
