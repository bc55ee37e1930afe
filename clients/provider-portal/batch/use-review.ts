import { useApolloClient } from '@apollo/client/react'
import { graphql } from '../../graphql'
import { plural } from '../../shared/format/numbers'
import { useAction } from '../../shared/graph/use-action'
import { toast } from '../../shared/ui/toast'
import type { RowView } from './batch-rows'

const RequestMutation = graphql(`
  mutation RequestReview($batchId: ID!, $rowNumbers: [Int!]) {
    requestReview(batchId: $batchId, rowNumbers: $rowNumbers) {
      batchId
      reviewableRows
      counts {
        rejected
        inReview
      }
    }
  }
`)

const WithdrawMutation = graphql(`
  mutation WithdrawReview($batchId: ID!, $rowNumbers: [Int!]) {
    withdrawReview(batchId: $batchId, rowNumbers: $rowNumbers) {
      batchId
      reviewableRows
      counts {
        rejected
        inReview
      }
    }
  }
`)

/** Asks for a review of all rows of a batch that may be reviewed, and takes the question back. */
export function useBatchReview(batchId: string) {
  const client = useApolloClient()
  const asking = useAction(RequestMutation)
  const withdrawing = useAction(WithdrawMutation)
  const lookAgain = async (sentence: string) => {
    toast(sentence)
    await client.refetchQueries({ include: ['BatchRows'] })
  }
  return {
    pending: asking.pending || withdrawing.pending,
    problem: asking.problem ?? withdrawing.problem,
    ask: async () => {
      const answer = await asking.run({ batchId })
      if (answer) await lookAgain(`${plural(answer.requestReview.counts.inReview, 'row')} in review.`)
    },
    withdraw: async () => {
      if (await withdrawing.run({ batchId })) await lookAgain('Withdrawn. The rows are to be corrected again.')
    },
  }
}

/** Asks for a review of one row, and takes the question back; the row keeps its place in the list. */
export function useRowReview(batchId: string, { rowId, rowNumber }: RowView) {
  const { cache } = useApolloClient()
  const asking = useAction(RequestMutation)
  const withdrawing = useAction(WithdrawMutation)
  const put = (outcome: RowView['outcome'], sentence: string) => {
    cache.modify({
      id: cache.identify({ __typename: 'BatchRow', rowId }),
      fields: { outcome: () => outcome, mayRequestReview: () => outcome === 'REJECTED' },
    })
    toast(sentence)
  }
  return {
    pending: asking.pending || withdrawing.pending,
    problem: asking.problem ?? withdrawing.problem,
    ask: async () => {
      if (await asking.run({ batchId, rowNumbers: [rowNumber] })) put('IN_REVIEW', `Row ${rowNumber} is in review.`)
    },
    withdraw: async () => {
      if (await withdrawing.run({ batchId, rowNumbers: [rowNumber] }))
        put('REJECTED', `Row ${rowNumber} is to be corrected again.`)
    },
  }
}
