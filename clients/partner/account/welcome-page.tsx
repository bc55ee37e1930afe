import { useLocation } from 'react-router'
import { useAsk } from '../../shared/rest/use-ask'
import { ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { addresses } from '../paths'

/** Where an invitation leads: it signs in once, when its owner says so, so that no program that looks at links uses it up. */
export function WelcomePage() {
  const code = useLocation().hash.slice(1)
  const taking = useAsk<{ accountId: string }>()
  const enter = async () => {
    if (await taking.run(addresses.invitations, { method: 'POST', body: { code } })) window.location.assign('/partner/')
  }
  return (
    <Page title="Welcome to the Partner Portal" lead="Your account is open. This invitation signs you in once.">
      <Card>
        <div className="stack">
          <ProblemNotice problem={taking.problem} />
          <ReasonedButton
            id="enter"
            reason={code ? undefined : 'This address has no invitation. Open the link as it was sent to you.'}
            isPending={taking.pending}
            onPress={() => void enter()}
          >
            Sign in
          </ReasonedButton>
        </div>
      </Card>
    </Page>
  )
}
