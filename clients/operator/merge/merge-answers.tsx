import { ArrowLeftRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { MergeStatus } from '../../graphql/graphql'
import { useViewer } from '../../shared/app/viewer'
import { fullName } from '../../shared/credit/words'
import { Button, ButtonLink } from '../../shared/ui/button'
import { Notice } from '../../shared/ui/notice'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { accountName } from '../compare/account-name'
import { paths } from '../paths'
import { AnswerButton } from './answer-button'
import type { MergeView } from './merge-page'
import { useMergeAnswers } from './use-merge-answers'
import { WhatComesBack } from './what-comes-back'

interface AnswersProps {
  merge: MergeView
  answers: ReturnType<typeof useMergeAnswers>
}

/** What may be answered to a merge as it stands, by the one who looks at it. */
export function MergeAnswers({ merge }: { merge: MergeView }) {
  const answers = useMergeAnswers(merge)
  const Answers = answersOf[merge.status]
  return (
    <>
      <ProblemNotice problem={answers.problem} />
      <Answers merge={merge} answers={answers} />
    </>
  )
}

function ToPropose({ merge, answers }: AnswersProps) {
  const [search, setSearch] = useSearchParams()
  return (
    <Notice
      tone="info"
      title="Are these two one person?"
      actions={
        <>
          <AnswerButton
            label="Propose the merge"
            title={`Propose that ${fullName(merge.merged)} is ${fullName(merge.survivor)}?`}
            hint="Kept with your name. Whoever approves it reads it."
            verb="Propose the merge"
            otherwise="Not now"
            isPending={answers.pending}
            onReason={answers.propose}
          />
          <Refuse merge={merge} answers={answers} label="They are two people" />
          <Button
            kind="quiet"
            onPress={() => setSearch(search.has('swapped') ? {} : { swapped: 'true' }, { replace: true })}
          >
            <ArrowLeftRight size={16} aria-hidden="true" /> Swap who stays
          </Button>
        </>
      }
    >
      Nothing changes until a second operator approves. The record of {fullName(merge.merged)} would then lead to{' '}
      {fullName(merge.survivor)}.
    </Notice>
  )
}

function ToApprove({ merge, answers }: AnswersProps) {
  const viewer = useViewer()
  const proposer = merge.decisions.findLast(({ decision }) => decision === 'PROPOSED')?.decidedBy ?? ''
  const isMine = proposer === viewer.accountId
  return (
    <Notice
      tone="warn"
      title={isMine ? 'Waiting for another operator' : `Proposed by ${accountName(proposer, viewer)}`}
      actions={
        <>
          {!isMine && (
            <AnswerButton
              label="Approve the merge"
              title={`Merge ${fullName(merge.merged)} into ${fullName(merge.survivor)}?`}
              hint="Kept with your name."
              verb="Approve the merge"
              otherwise="Not now"
              isPending={answers.pending}
              onReason={answers.approve}
            >
              <p>
                Their credit counts together within a second, and what was reported for both counts once. It can be
                taken back.
              </p>
            </AnswerButton>
          )}
          <Refuse merge={merge} answers={answers} label={isMine ? 'Withdraw the proposal' : 'They are two people'} />
        </>
      }
    >
      {isMine
        ? 'You proposed it, so any operator but you may approve it.'
        : 'You may approve it, because somebody else proposed it.'}
    </Notice>
  )
}

function Refuse({ merge, answers, label }: AnswersProps & { label: string }) {
  return (
    <AnswerButton
      label={label}
      kind="secondary"
      title={`Are ${fullName(merge.merged)} and ${fullName(merge.survivor)} two people?`}
      hint="Kept with your name, so that nobody has to ask again."
      verb="They are two people"
      otherwise="Leave it open"
      isPending={answers.pending}
      onReason={answers.reject}
    >
      <p>They are not suggested again. An operator can still propose the merge by hand.</p>
    </AnswerButton>
  )
}

function ToTakeBack({ merge, answers }: AnswersProps) {
  return (
    <Notice
      tone="good"
      title={`${fullName(merge.merged)} leads to ${fullName(merge.survivor)}`}
      actions={
        <AnswerButton
          label="Take the merge back"
          kind="danger"
          title="Take the merge back?"
          hint="Kept with your name."
          verb="Take the merge back"
          otherwise="Keep the merge"
          isPending={answers.pending}
          onReason={answers.unmerge}
        >
          <WhatComesBack merge={merge} />
        </AnswerButton>
      }
    >
      Their credit counts as that of one physician.
    </Notice>
  )
}

function ToProposeAgain({ merge: { merged, survivor } }: AnswersProps) {
  const pair = { mergedId: merged.learnerId, survivorId: survivor.learnerId }
  return (
    <Notice
      tone="info"
      title="They are two people"
      actions={
        <ButtonLink kind="secondary" to={paths.newMerge(pair)}>
          Propose the merge again
        </ButtonLink>
      }
    >
      The history below says who decided it and why.
    </Notice>
  )
}

const answersOf: Record<MergeStatus, (props: AnswersProps) => ReactNode> = {
  SUGGESTED: ToPropose,
  PROPOSED: ToApprove,
  APPROVED: ToTakeBack,
  REJECTED: ToProposeAgain,
  UNMERGED: ToProposeAgain,
}
