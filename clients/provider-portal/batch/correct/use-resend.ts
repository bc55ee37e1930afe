import { useApolloClient } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { graphql } from '../../../graphql'
import { plural } from '../../../shared/format/numbers'
import { useAction } from '../../../shared/graph/use-action'
import { toast } from '../../../shared/ui/toast'
import { answered, nextSending } from './corrections'
import type { CorrectionsStore } from './use-corrections'

const ResendMutation = graphql(`
  mutation ResendRows($batchId: ID!, $rows: [RowCorrectionInput!]!, $idempotencyKey: String!) {
    resendRows(batchId: $batchId, rows: $rows, idempotencyKey: $idempotencyKey) {
      batch {
        batchId
        counts {
          accepted
          rejected
          duplicate
          inReview
        }
      }
      corrects {
        batchId
        correction {
          toCorrect
          corrected
        }
      }
    }
  }
`)

/**
 * Sends changed rows again. What was sent before a reload and has no answer yet is sent once more under its key, so that
 * it counts once however often it arrives.
 */
export function useResend(batchId: string, { change, now }: CorrectionsStore) {
  const client = useApolloClient()
  const resending = useAction(ResendMutation)
  const send = async () => {
    const sending = nextSending(now(), () => crypto.randomUUID())
    if (!sending) return
    change((corrections) => ({ ...corrections, sending }))
    const answer = await resending.run({ batchId, rows: sending.rows, idempotencyKey: sending.key })
    if (!answer) return
    change(answered)
    toast(inWords(answer.resendRows.batch?.counts))
    await client.refetchQueries({ include: ['CorrectBatch', 'RowsToCorrect'] })
  }
  const { problem } = resending
  const isRefused = problem?.kind === 'REFUSED' || problem?.kind === 'NOT_FOUND' || problem?.kind === 'FORBIDDEN'
  const letGo = useRef(() => change(({ rows }) => ({ rows })))
  useEffect(() => {
    if (isRefused) letGo.current()
  }, [isRefused])
  const resume = useRef(() => (now().sending ? send() : undefined))
  useEffect(() => {
    void resume.current()
  }, [])
  return { send, pending: resending.pending, problem }
}

interface Counts {
  accepted: number
  duplicate: number
  rejected: number
}

function inWords(counts: Counts | undefined) {
  if (!counts) return 'These rows were corrected before. Nothing was recorded twice.'
  const recorded = `${plural(counts.accepted + counts.duplicate, 'row')} recorded`
  return counts.rejected > 0 ? `${recorded}, ${counts.rejected} still to correct.` : `${recorded}.`
}
