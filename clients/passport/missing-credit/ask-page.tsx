import { useState } from 'react'
import { Link } from 'react-router'
import type { RequestCreditInput } from '../../graphql/graphql'
import { CompletionTable } from '../../shared/credit/completion-table'
import { today } from '../../shared/format/days'
import { parseNumber } from '../../shared/format/parse-number'
import { ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { SwitchLine } from '../../shared/ui/checks'
import { DayField } from '../../shared/ui/day-field'
import { TextBox, TextLine } from '../../shared/ui/field'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { paths } from '../paths'
import { choosePoints, claimedPoints, type PointsChanges, pointsObjection } from '../points/points-choice'
import { PointsFields } from '../points/points-fields'
import { useClaimablePoints } from '../points/use-claimable-points'
import { CertificateField } from './certificate-field'
import { certificateObjection } from './certificate-file'
import { ActivityPicker, type AskedActivity, type AskedProvider, ProviderPicker } from './choice-pickers'
import { useAsk } from './use-ask'

/** Asks a provider for credit that is not on the record. */
export function AskPage() {
  const [completedOn, setCompletedOn] = useState<string>()
  const [activity, setActivity] = useState<AskedActivity>()
  const [isUnlisted, setUnlisted] = useState(false)
  const [provider, setProvider] = useState<AskedProvider>()
  const [described, setDescribed] = useState('')
  const [amountText, setAmountText] = useState('')
  const [changes, setChanges] = useState<PointsChanges>({})
  const [note, setNote] = useState('')
  const [file, setFile] = useState<File>()
  const { ask, known, pending, problem } = useAsk()
  const credits = parseNumber(amountText)
  const listed = isUnlisted ? undefined : activity
  const { offered, loading } = useClaimablePoints(listed?.activityId, completedOn)
  const awarded = listed?.credits ?? 0
  const choices = credits && credits > 0 ? choosePoints(offered, changes, { credits, awarded }) : []

  const reason = () => {
    if (!completedOn) return 'Say on which day you completed it.'
    if (!isUnlisted && !activity) return 'Choose the activity.'
    if (isUnlisted && !provider) return 'Choose the provider.'
    if (isUnlisted && described.trim().length < 10) return 'Describe the activity in ten characters or more.'
    if (!credits || credits <= 0 || !Number.isInteger(credits * 4)) return 'Say how many credits, in steps of 0.25.'
    const objection = pointsObjection(choices)
    if (objection) return objection
    if (file && certificateObjection(file)) return 'Choose another certificate, or remove it.'
    return undefined
  }
  const send = async () => {
    if (reason() || !completedOn || !credits) return
    const what: Partial<RequestCreditInput> = isUnlisted
      ? { providerId: provider?.providerId, described: described.trim() }
      : { activityId: activity?.activityId }
    const points = claimedPoints(choices)
    await ask({ ...what, completedOn, credits, points, note: note.trim() || undefined }, file)
  }

  return (
    <Page
      title="Ask for missing credit"
      lead="The provider has 30 days to confirm or to say why not. Until it confirms, nothing is counted."
      above={<Link to={paths.missing}>Missing credit</Link>}
    >
      <Card>
        <div className="stack reading">
          <DayField label="Day of completion" value={completedOn} onChange={setCompletedOn} max={today()} />
          {!isUnlisted && <ActivityPicker activity={activity} completedOn={completedOn} onChange={setActivity} />}
          <SwitchLine selected={isUnlisted} onChange={setUnlisted}>
            The activity is not in the list
          </SwitchLine>
          {isUnlisted && (
            <>
              <ProviderPicker provider={provider} onChange={setProvider} />
              <TextBox
                label="The activity in your words"
                hint="Its title, and where it was."
                value={described}
                onChange={setDescribed}
                maxLength={500}
                rows={3}
              />
            </>
          )}
          <TextLine
            label="CME credits"
            hint="In steps of 0.25, at most what the activity awards."
            inputMode="decimal"
            value={amountText}
            onChange={setAmountText}
          />
          <PointsFields choices={choices} changes={changes} onChange={setChanges} />
          <TextBox label="A word to the provider" optional value={note} onChange={setNote} maxLength={1_000} rows={3} />
          <CertificateField file={file} onChange={setFile} />
          <p className="soft small">
            With the request the provider sees your name and one of your licenses, under which it reports the credit.
          </p>
          <ProblemNotice problem={problem} />
          {known?.request && (
            <Notice tone="info" title="You have asked for this already" urgent>
              <Link to={paths.creditRequest(known.request.requestId)}>Open your request</Link> to see where it stands.
            </Notice>
          )}
          {known?.completion && (
            <Notice tone="good" title="This credit is on your record" urgent>
              There is nothing to ask for.
            </Notice>
          )}
          <ReasonedButton id="ask" reason={reason()} isPending={pending || loading} onPress={send}>
            {pending ? 'Asking…' : 'Ask the provider'}
          </ReasonedButton>
        </div>
      </Card>
      {known?.completion && (
        <Card title="The record that has it" flush>
          <CompletionTable label="The record that has it" completions={[known.completion]} empty={null} />
        </Card>
      )}
    </Page>
  )
}
