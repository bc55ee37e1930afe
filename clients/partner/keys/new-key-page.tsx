import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../shared/rest/use-ask'
import { useResource } from '../../shared/rest/use-resource'
import { ButtonLink, ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { CheckLine } from '../../shared/ui/checks'
import { CopyButton } from '../../shared/ui/copy-button'
import { TextLine } from '../../shared/ui/field'
import { Notice } from '../../shared/ui/notice'
import { NumberLine } from '../../shared/ui/number-line'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { SelectField } from '../../shared/ui/select-field'
import { addresses, paths } from '../paths'
import { type Keys, liveKeys, sandboxNames } from './key-data'

const realData = 'REAL'

/** Makes a key and shows it, the only time. */
export function NewKeyPage() {
  const [keys] = useResource<Keys>(addresses.keys)
  const making = useAsk<Keys>()
  const [made, setMade] = useState<string>()
  const [label, setLabel] = useState('')
  const [days, setDays] = useState<number | null>(keys.defaultDays)
  const [opens, setOpens] = useState<string>(keys.sandbox[0]?.role ?? realData)
  const [left, setLeft] = useState<readonly string[]>([])
  const role = keys.sandbox.find((each) => each.role === opens)
  const scopes = role?.scopes ?? keys.scopes
  const chosen = scopes.map(({ name }) => name).filter((name) => !left.includes(name))

  const make = async () => {
    const body = { label, days, scopes: chosen, ...(role && { sandboxRole: role.role }) }
    const answer = await making.run(addresses.keys, { method: 'POST', body })
    if (answer?.key) setMade(answer.key)
  }
  const isFull = liveKeys(keys.keys, role !== undefined).length >= keys.maxLive
  const reason = isFull
    ? `There are ${keys.maxLive} such keys already. Revoke one first.`
    : !label.trim()
      ? 'Say what the key is for.'
      : chosen.length === 0
        ? 'Choose what it may do.'
        : undefined

  if (made) return <MadeKey text={made} />
  return (
    <Page title="Make a key" above={<Link to={paths.keys}>Keys</Link>}>
      <Card>
        <form
          className="stack reading"
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            if (!reason && !making.pending) void make()
          }}
        >
          <TextLine
            label="What is it for?"
            hint="Such as the name of your program."
            value={label}
            onChange={setLabel}
            maxLength={80}
          />
          <SelectField
            label="What does it open?"
            hint="The sandbox has made-up people, activities and credit, and nothing in it is real."
            value={opens}
            onChange={(next) => {
              setOpens(next)
              setLeft([])
            }}
            options={[
              ...keys.sandbox.map((each) => ({
                id: each.role,
                label: `The sandbox, as ${sandboxNames[each.role].toLowerCase()}`,
              })),
              { id: realData, label: 'Real data, as this account' },
            ]}
          />
          <fieldset className="stack" data-gap="s">
            <legend className="field-label">What may it do?</legend>
            {scopes.map(({ name, says }) => (
              <CheckLine
                key={name}
                selected={!left.includes(name)}
                onChange={(selected) => setLeft(selected ? left.filter((each) => each !== name) : [...left, name])}
              >
                {says} <span className="soft small code">{name}</span>
              </CheckLine>
            ))}
          </fieldset>
          <NumberLine label="For how many days?" hint={`At most ${keys.maxDays}.`} value={days} onChange={setDays} />
          <ProblemNotice problem={making.problem} />
          <ReasonedButton id="make" type="submit" reason={reason} isPending={making.pending}>
            Make the key
          </ReasonedButton>
        </form>
      </Card>
    </Page>
  )
}

function MadeKey({ text }: { text: string }) {
  const [clientId, clientSecret] = text.split('.')
  return (
    <Page title="Your new key" above={<Link to={paths.keys}>Keys</Link>}>
      <Notice tone="warn" title="Copy it now. It is shown this once, and nobody can show it again.">
        Keep it where your program finds it and nobody else does, never in its code.
      </Notice>
      <Card>
        <div className="stack">
          <dl className="facts">
            <div className="fact">
              <dt>Key</dt>
              <dd className="code">{text}</dd>
            </div>
            <div className="fact">
              <dt>Client id</dt>
              <dd className="code">{clientId}</dd>
            </div>
            <div className="fact">
              <dt>Client secret</dt>
              <dd className="code">{clientSecret}</dd>
            </div>
          </dl>
          <p className="row">
            <CopyButton text={text} what="the key" />
            <ButtonLink to={paths.operations} kind="quiet">
              Go on to operations
            </ButtonLink>
          </p>
        </div>
      </Card>
    </Page>
  )
}
