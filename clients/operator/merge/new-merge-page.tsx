import { ArrowLeft, ArrowLeftRight } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useAction } from '../../shared/graph/use-action'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { TextBox, TextLine } from '../../shared/ui/field'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { toast } from '../../shared/ui/toast'
import { paths } from '../paths'
import { ProposeMutation } from './use-merge-answers'

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Proposes by hand that two learners are one person. */
export function NewMergePage() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [mergedId, setMergedId] = useState(search.get('mergedId') ?? '')
  const [survivorId, setSurvivorId] = useState(search.get('survivorId') ?? '')
  const [reason, setReason] = useState('')
  const [hasTried, setTried] = useState(false)
  const action = useAction(ProposeMutation)
  const missing = hasTried ? missingOf(mergedId.trim(), survivorId.trim(), reason.trim()) : {}
  const propose = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const given = { mergedId: mergedId.trim(), survivorId: survivorId.trim(), reason: reason.trim() }
    if (Object.keys(missingOf(given.mergedId, given.survivorId, given.reason)).length > 0) return
    const answer = await action.run(given)
    if (!answer) return
    toast('Proposed. Another operator has to approve.')
    await navigate(paths.merge(answer.proposeMerge.proposalId))
  }
  const swap = () => {
    setMergedId(survivorId)
    setSurvivorId(mergedId)
  }
  return (
    <Page
      title="Propose a merge"
      lead="Two learners who are one person. Nothing changes until another operator approves."
      above={
        <Link to={paths.merges()}>
          <ArrowLeft size={14} aria-hidden="true" /> Merges
        </Link>
      }
    >
      <ProblemNotice problem={action.problem} />
      <Card>
        <form className="stack reading" noValidate onSubmit={propose}>
          <TextLine
            label="Id of the learner who stays"
            hint="Ids stand beside each learner in reviews, merges and guess locks."
            value={survivorId}
            onChange={setSurvivorId}
            issue={issueOf(missing.survivorId)}
          />
          <TextLine
            label="Id of the learner whose record is to lead there"
            value={mergedId}
            onChange={setMergedId}
            issue={issueOf(missing.mergedId)}
          />
          <div>
            <Button kind="quiet" size="s" onPress={swap}>
              <ArrowLeftRight size={16} aria-hidden="true" /> Swap who stays
            </Button>
          </div>
          <TextBox
            label="Reason"
            hint="Kept with your name. Whoever approves it reads it."
            value={reason}
            onChange={setReason}
            maxLength={500}
            issue={issueOf(missing.reason)}
          />
          <div>
            <Button type="submit" isPending={action.pending}>
              Propose the merge
            </Button>
          </div>
        </form>
      </Card>
    </Page>
  )
}

type Missing = Partial<Record<'mergedId' | 'survivorId' | 'reason', string>>

function missingOf(mergedId: string, survivorId: string, reason: string): Missing {
  const malformed = 'Paste the whole id: 32 letters and digits in five groups.'
  return {
    ...(!id.test(survivorId) && { survivorId: malformed }),
    ...(!id.test(mergedId) && { mergedId: malformed }),
    ...(id.test(mergedId) &&
      mergedId.toLowerCase() === survivorId.toLowerCase() && { mergedId: 'Name two different learners.' }),
    ...(!reason && { reason: 'Say why you think so.' }),
  }
}

const issueOf = (text: string | undefined) => (text ? { tone: 'error' as const, text } : undefined)
