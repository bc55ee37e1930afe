import { type FormEvent, useState } from 'react'
import type { ViewerRole } from '../../graphql/graphql'
import { useAsk } from '../../shared/rest/use-ask'
import { useResource } from '../../shared/rest/use-resource'
import { ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { CopyButton } from '../../shared/ui/copy-button'
import { Notice } from '../../shared/ui/notice'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { SelectField } from '../../shared/ui/select-field'
import { type Keys, sandboxNames } from '../keys/key-data'
import { addresses } from '../paths'
import './try.css'
import { curlLine, fieldsOf, type OpenApi, variablesOf } from './variable-fields'
import { VariableInput } from './variable-input'

/** What a try answers. */
interface Tried {
  data: unknown
  errors: { message: string; code: string; hint?: string }[]
}

/** Runs an operation against the sandbox, and shows the answer and the line for a terminal. */
export function TryCard({ name }: { name: string }) {
  const [{ sandbox }] = useResource<Keys>(addresses.keys)
  const [document] = useResource<OpenApi>(addresses.openApi)
  const fields = fieldsOf(document, name) ?? []
  const [role, setRole] = useState<ViewerRole | undefined>(sandbox[0]?.role)
  const [entered, setEntered] = useState<Record<string, string>>({})
  const [tried, setTried] = useState<Tried>()
  const trying = useAsk<Tried>()
  const read = variablesOf(fields, entered)
  const run = async () => {
    if (!('variables' in read)) return
    setTried(await trying.run(addresses.try, { method: 'POST', body: { name, role, variables: read.variables } }))
  }
  const reason = 'wrong' in read ? `Fill in ${read.wrong} first.` : undefined
  const line = curlLine(window.location.origin, name, 'variables' in read ? read.variables : {})
  if (sandbox.length === 0) return null
  return (
    <Card title="Try it" note="In the sandbox: made-up people, activities and credit. Nothing here is real.">
      <form
        className="stack"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (!reason && !trying.pending) void run()
        }}
      >
        <div className="grid">
          <SelectField
            label="As whom?"
            value={role}
            onChange={setRole}
            options={sandbox.map((each) => ({ id: each.role, label: sandboxNames[each.role] }))}
          />
          {fields.map((field) => (
            <VariableInput
              key={field.name}
              field={field}
              value={entered[field.name] ?? ''}
              onChange={(value) => setEntered((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
        </div>
        <ReasonedButton id="try" type="submit" reason={reason} isPending={trying.pending}>
          Run in the sandbox
        </ReasonedButton>
        <ProblemNotice problem={trying.problem} />
        {tried?.errors.map(({ message, code, hint }) => (
          <Notice key={`${code} ${message}`} tone="bad" title={message} urgent>
            {hint} <span className="code">{code}</span>
          </Notice>
        ))}
        {tried && (
          <section className="try-text" aria-label="Answer">
            <pre>{JSON.stringify(tried.data, null, 2)}</pre>
          </section>
        )}
        <div className="stack" data-gap="s">
          <p className="soft">The same by your program, with a key to the sandbox:</p>
          <section className="try-text" aria-label="Line for a terminal">
            <pre>{line}</pre>
          </section>
          <p className="row">
            <CopyButton text={line} what="the line" />
          </p>
        </div>
      </form>
    </Card>
  )
}
