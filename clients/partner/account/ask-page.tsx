import { type FormEvent, useState } from 'react'
import { useAsk } from '../../shared/rest/use-ask'
import { ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { TextBox, TextLine } from '../../shared/ui/field'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { addresses } from '../paths'

/** Asks the operator for the account of a partner. */
export function AskPage() {
  const [answers, setAnswers] = useState({ name: '', organization: '', email: '', purpose: '' })
  const [isSent, setSent] = useState(false)
  const asking = useAsk<{ status: string }>()
  const change = (part: Partial<typeof answers>) => setAnswers((before) => ({ ...before, ...part }))
  const reason = Object.values(answers).some((text) => !text.trim()) ? 'Fill in every field first.' : undefined
  const send = async () => {
    if (await asking.run(addresses.requests, { method: 'POST', body: answers })) setSent(true)
  }
  return (
    <Page
      title="Ask for an account"
      lead="For organizations that build on CreditGraph. The operator reads every request and answers by e-mail with an invitation."
    >
      {isSent ? (
        <Notice tone="good" title="Your request has arrived.">
          The operator answers to {answers.email}.
        </Notice>
      ) : (
        <Card>
          <form
            className="stack reading"
            noValidate
            onSubmit={(event: FormEvent) => {
              event.preventDefault()
              if (!reason && !asking.pending) void send()
            }}
          >
            <TextLine
              label="Your name"
              value={answers.name}
              onChange={(name) => change({ name })}
              autoComplete="name"
            />
            <TextLine
              label="Organization"
              value={answers.organization}
              onChange={(organization) => change({ organization })}
              autoComplete="organization"
              maxLength={150}
            />
            <TextLine
              label="E-mail address"
              value={answers.email}
              onChange={(email) => change({ email })}
              autoComplete="email"
              maxLength={254}
            />
            <TextBox
              label="What do you want to build?"
              hint="Whose credit your program looks at or reports, and for whom."
              value={answers.purpose}
              onChange={(purpose) => change({ purpose })}
              maxLength={1_000}
            />
            <ProblemNotice problem={asking.problem} />
            <ReasonedButton id="ask" type="submit" reason={reason} isPending={asking.pending}>
              Send the request
            </ReasonedButton>
          </form>
        </Card>
      )}
    </Page>
  )
}
