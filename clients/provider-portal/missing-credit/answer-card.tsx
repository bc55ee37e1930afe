import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import type { CompletionLineFragment, CreditRequestDetailsFragment } from '../../graphql/graphql'
import { Card } from '../../shared/ui/card'
import { ActivityPicker } from '../learner-entry/activity-picker'
import { EntryActivityQuery } from '../learner-entry/learner-entry-page'
import { ConfirmRequest } from './confirm-request'
import { PointToRecord } from './point-to-record'
import { RejectRequest } from './reject-request'

interface AnswerCardProps {
  request: CreditRequestDetailsFragment
  /** Records of the provider of this physician. */
  records: readonly CompletionLineFragment[]
}

/** The three answers to a request: yes, no, and that it is there already. */
export function AnswerCard({ request, records }: AnswerCardProps) {
  const [activityId, setActivityId] = useState<string>()
  const chosen = useQuery(EntryActivityQuery, { variables: { activityId: activityId ?? '' }, skip: !activityId })
  return (
    <Card title="Your answer">
      <div className="stack reading">
        {!request.activity && (
          <>
            <p>The physician described the activity in words. Choose which of yours it was before you confirm.</p>
            <ActivityPicker activity={activityId ? chosen.data?.activity : undefined} onChange={setActivityId} />
          </>
        )}
        <p className="soft small">
          Confirming records the credit for this physician by the same rules as any other report. Nobody has to be
          matched: the physician asked with his or her own account.
        </p>
        {(request.activity || activityId) && <ConfirmRequest request={request} activityId={activityId} />}
        <RejectRequest requestId={request.requestId} />
        {records.length > 0 && <PointToRecord requestId={request.requestId} records={records} />}
      </div>
    </Card>
  )
}
