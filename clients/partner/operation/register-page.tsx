import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { count, plural } from '../../shared/format/numbers'
import { useAsk } from '../../shared/rest/use-ask'
import { Badge, type Tone } from '../../shared/ui/badge'
import { Button, ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { TextBox } from '../../shared/ui/field'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { toast } from '../../shared/ui/toast'
import { addresses, paths } from '../paths'
import type { Registered, Registration } from './operation-data'
import { manifestOf } from './read-operations'

const outcomes: Record<Registration['outcome'], { label: string; tone: Tone }> = {
  ACCEPTABLE: { label: 'Can be registered', tone: 'good' },
  REGISTERED: { label: 'Registered', tone: 'good' },
  UNCHANGED: { label: 'Registered already', tone: 'info' },
  REFUSED: { label: 'Cannot be registered', tone: 'bad' },
}

const columns = (costLimit: number): Column<Registration>[] => [
  {
    id: 'name',
    header: 'Operation',
    isRowHeader: true,
    grow: true,
    cell: ({ name, problems }) => (
      <>
        <strong>{name || 'Without a name'}</strong>
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
      </>
    ),
  },
  {
    id: 'cost',
    header: 'Objects at most',
    align: 'end',
    cell: ({ cost }) => (cost ? `${count(cost)} of ${count(costLimit)}` : ''),
  },
  { id: 'version', header: 'Version', align: 'end', cell: ({ version }) => version },
  {
    id: 'outcome',
    header: 'Outcome',
    cell: ({ outcome }) => <Badge tone={outcomes[outcome].tone}>{outcomes[outcome].label}</Badge>,
  },
]

/** Registers operations from a pasted document or manifest: first what each would cost, then for good. */
export function RegisterPage() {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [checked, setChecked] = useState<{ text: string; answer: Registered }>()
  const asking = useAsk<Registered>()
  const manifest = manifestOf(text)
  const isChecked = checked?.text === text
  const send = async (path: string) => {
    const answer = manifest && (await asking.run(path, { method: 'POST', body: manifest }))
    if (answer) setChecked({ text, answer })
    return answer
  }
  const register = async () => {
    const operations = (await send(addresses.operations))?.operations
    if (!operations || operations.some(({ outcome }) => outcome === 'REFUSED')) return
    toast(`${plural(operations.length, 'operation')} registered.`)
    void navigate(paths.operations)
  }
  const refused = checked?.answer.operations.some(({ outcome }) => outcome === 'REFUSED')
  const reason = !isChecked ? 'Check it first.' : refused ? 'Mend what is refused first.' : undefined
  return (
    <Page
      title="Register operations"
      above={<Link to={paths.operations}>Operations</Link>}
      lead="All of a manifest are registered or none, so that no release of your program finds half of what it runs."
    >
      <Card>
        <div className="stack">
          <TextBox
            label="Operation or manifest"
            hint="A GraphQL document with one named operation, or a manifest of Apollo, Relay or GraphQL Code Generator."
            value={text}
            onChange={setText}
            maxLength={500_000}
            rows={12}
          />
          <ProblemNotice problem={asking.problem} />
          <div className="row">
            <Button
              kind="secondary"
              isDisabled={!manifest}
              isPending={asking.pending}
              onPress={() => void send(addresses.dryRun)}
            >
              Check
            </Button>
            <ReasonedButton id="register" reason={reason} isPending={asking.pending} onPress={() => void register()}>
              Register
            </ReasonedButton>
          </div>
        </div>
      </Card>
      {checked && isChecked && (
        <Card title="What was found" flush>
          <DataTable
            label="What was found"
            columns={columns(checked.answer.costLimit)}
            items={checked.answer.operations}
            keyOf={({ operationId, name }) => `${name} ${operationId}`}
            empty={null}
          />
        </Card>
      )}
    </Page>
  )
}
