import { useState } from 'react'
import { graphql } from '../../graphql'
import type { CompletionLineFragment } from '../../graphql/graphql'
import { day } from '../../shared/format/days'
import { credits } from '../../shared/format/numbers'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { SelectField } from '../../shared/ui/select-field'
import { toast } from '../../shared/ui/toast'

const PointMutation = graphql(`
  mutation PointCreditRequestToRecord($requestId: ID!, $completionId: ID!) {
    pointCreditRequestToRecord(requestId: $requestId, completionId: $completionId) {
      ...CreditRequestDetails
    }
  }
`)

interface PointToRecordProps {
  requestId: string
  records: readonly CompletionLineFragment[]
}

const nameOf = ({ activity, completedOn, cme }: CompletionLineFragment) =>
  [activity.title, day(completedOn), cme && credits(cme.credits)].filter(Boolean).join(' · ')

/** Says that the credit is on record already, and where. */
export function PointToRecord({ requestId, records }: PointToRecordProps) {
  const point = useAction(PointMutation)
  const [completionId, setCompletionId] = useState<string>()
  return (
    <div className="stack" data-gap="s">
      <SelectField
        label="Or it is on record already"
        placeholder="Choose the record"
        optional
        options={records.map((record) => ({ id: record.completionId, label: nameOf(record) }))}
        value={completionId}
        onChange={setCompletionId}
      />
      {completionId && (
        <div>
          <Button
            kind="secondary"
            isPending={point.pending}
            onPress={async () => {
              if (await point.run({ requestId, completionId })) toast('The physician is pointed to the record.')
            }}
          >
            Point to this record
          </Button>
        </div>
      )}
      <ProblemNotice problem={point.problem} />
    </div>
  )
}
