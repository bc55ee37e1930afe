import { graphql } from '../../graphql'
import type { RememberedColumnsFragment } from '../../graphql/graphql'
import { instant } from '../../shared/format/days'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { Notice } from '../../shared/ui/notice'
import { ProblemNotice } from '../../shared/ui/problem-notice'

export const RememberedColumnsLine = graphql(`
  fragment RememberedColumns on FileColumnMapping {
    mappingId
    saidBy
    saidAt
  }
`)

const ForgetMutation = graphql(`
  mutation ForgetColumnMapping($mappingId: ID!) {
    forgetColumnMapping(mappingId: $mappingId)
  }
`)

interface RememberedColumnsProps {
  remembered: RememberedColumnsFragment
  onForgotten: () => void
}

/** Says that the columns are read as before, by whose word, and lets that be forgotten. */
export function RememberedColumns({ remembered, onForgotten }: RememberedColumnsProps) {
  const forget = useAction(ForgetMutation)
  const run = async () => {
    if (await forget.run({ mappingId: remembered.mappingId })) onForgotten()
  }
  return (
    <Notice
      tone="info"
      title="Columns as you had them before"
      actions={
        <Button kind="secondary" isPending={forget.pending} onPress={() => void run()}>
          Forget this
        </Button>
      }
    >
      A file with the same columns was read this way; {remembered.saidBy} said so on {instant(remembered.saidAt)}.
      <ProblemNotice problem={forget.problem} />
    </Notice>
  )
}
