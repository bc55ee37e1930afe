import { type GraphiQLPlugin, useGraphiQL } from '@graphiql/react'
import { ClipboardCheck } from 'lucide-react'
import { useState } from 'react'
import { count } from '../../shared/format/numbers'
import { Button } from '../../shared/ui/button'
import { Notice } from '../../shared/ui/notice'
import { headersIn } from '../ask'
import { type RegistrationAnswer, register } from './registration'

interface Looked {
  /** What the editor held, and what the tab did, which hears of it a moment later. */
  texts: (string | null)[]
  answer: RegistrationAnswer
}

function RegisterPanel() {
  const tab = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex])
  const editor = useGraphiQL((store) => store.queryEditor)
  const [looked, setLooked] = useState<Looked>()
  const [isPending, setPending] = useState(false)
  const answer = looked?.texts.includes(tab?.query ?? null) ? looked.answer : undefined
  const send = async (dryRun: boolean) => {
    const text = editor?.getValue() ?? ''
    setPending(true)
    try {
      const answer = await register(text, headersIn(tab?.headers), { dryRun })
      setLooked({ texts: [text, tab?.query ?? null], answer })
    } finally {
      setPending(false)
    }
  }
  const isAcceptable = answer?.kind === 'JUDGED' && answer.operation.outcome === 'ACCEPTABLE'
  return (
    <div className="explorer-panel">
      <h2>Register this operation</h2>
      <p>
        Programs run by key what is registered for their account. Look what the operation of this tab costs, then keep
        it; with a key in the headers, for the account of that key.
      </p>
      {answer && <Answer answer={answer} />}
      <div className="row">
        {isAcceptable ? (
          <Button isPending={isPending} onPress={() => void send(false)}>
            Register
          </Button>
        ) : (
          <Button kind="secondary" isPending={isPending} onPress={() => void send(true)}>
            Look what it costs
          </Button>
        )}
      </div>
    </div>
  )
}

function Answer({ answer }: { answer: RegistrationAnswer }) {
  if (answer.kind === 'FAILED')
    return (
      <Notice tone="bad" urgent>
        {answer.message}
      </Notice>
    )
  const { operation, costLimit } = answer
  if (operation.outcome === 'REFUSED')
    return (
      <Notice tone="bad" title="It cannot be registered" urgent>
        <ul>
          {operation.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Notice>
    )
  return (
    <Notice tone={operation.outcome === 'ACCEPTABLE' ? 'info' : 'good'} title={titles[operation.outcome]} urgent>
      {`${operation.name}, version ${operation.version}. It brings back ${count(operation.cost)} objects at most; ${count(costLimit)} may be.`}
    </Notice>
  )
}

const titles = {
  ACCEPTABLE: 'It can be registered',
  REGISTERED: 'It is registered',
  UNCHANGED: 'It is registered already',
}

/** Registering what was written, beside the editor. */
export const registerPlugin: GraphiQLPlugin = {
  title: 'Register',
  icon: () => <ClipboardCheck aria-hidden="true" />,
  content: RegisterPanel,
}
