import { useAsk } from '../../shared/rest/use-ask'
import { Button } from '../../shared/ui/button'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { type PartnerRequest, type PartnerRequests, partnerRequestsAddress } from './partner-request-data'

interface DecideRequestProps {
  of: PartnerRequest
  onChange: (answer: PartnerRequests) => void
}

/** Accepts or declines who waits, and invites again who was accepted. */
export function DecideRequest({ of: { requestId, organization, decision }, onChange }: DecideRequestProps) {
  const asking = useAsk<PartnerRequests>()
  const post = async (what: string, body: object = {}) => {
    const answer = await asking.run(`${partnerRequestsAddress}/${requestId}/${what}`, { method: 'POST', body })
    if (answer) onChange(answer)
  }
  if (decision === 'DECLINED') return null
  return (
    <div className="row">
      {decision === 'ACCEPTED' ? (
        <Button
          kind="quiet"
          size="s"
          isPending={asking.pending}
          aria-label={`New invitation for ${organization}`}
          onPress={() => void post('invitation')}
        >
          New invitation
        </Button>
      ) : (
        <>
          <Button
            size="s"
            isPending={asking.pending}
            aria-label={`Accept ${organization}`}
            onPress={() => void post('decision', { decision: 'ACCEPTED' })}
          >
            Accept
          </Button>
          <Button
            kind="secondary"
            size="s"
            isPending={asking.pending}
            aria-label={`Decline ${organization}`}
            onPress={() => void post('decision', { decision: 'DECLINED' })}
          >
            Decline
          </Button>
        </>
      )}
      <ProblemNotice problem={asking.problem} />
    </div>
  )
}
