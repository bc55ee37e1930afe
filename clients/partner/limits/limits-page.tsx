import { bytes, count } from '../../shared/format/numbers'
import { useResource } from '../../shared/rest/use-resource'
import { Card } from '../../shared/ui/card'
import { Page } from '../../shared/ui/page'
import { addresses } from '../paths'

/** What `/limits` answers. */
interface Limits {
  operation: Record<
    | 'cost'
    | 'depth'
    | 'aliases'
    | 'rootFields'
    | 'tokens'
    | 'bodyBytes'
    | 'variablesLength'
    | 'listLength'
    | 'textLength'
    | 'answerLength',
    number
  >
  account: Record<'operations' | 'operationsAtOnce' | 'tokenSeconds', number>
}

/** What an operation and an account are held to. */
export function LimitsPage() {
  const [{ operation, account }] = useResource<Limits>(addresses.limits)
  return (
    <Page
      title="Limits"
      lead="What is asked beyond a limit is refused with a problem that names it, and nothing is done by halves."
    >
      <Card title="One operation">
        <Facts
          facts={[
            ['Objects that it may bring back, every page as long as pages may be', count(operation.cost)],
            ['Nesting of fields', count(operation.depth)],
            ['Fields directly under the operation', count(operation.rootFields)],
            ['Aliases', count(operation.aliases)],
            ['Words and signs of its text', count(operation.tokens)],
            ['A request', bytes(operation.bodyBytes)],
            ['Its variables as JSON', `${count(operation.variablesLength)} characters`],
            ['Items of a list in the variables', count(operation.listLength)],
            ['A text in the variables', `${count(operation.textLength)} characters`],
            ['The answer', `${count(operation.answerLength)} characters`],
          ]}
        />
      </Card>
      <Card title="One account">
        <Facts
          facts={[
            ['Operations that are registered at once', count(account.operations)],
            ['Operations of one manifest', count(account.operationsAtOnce)],
            ['A token for a key', `${count(account.tokenSeconds / 60)} minutes`],
          ]}
        />
      </Card>
    </Page>
  )
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="facts">
      {facts.map(([what, most]) => (
        <div key={what} className="fact">
          <dt>{what}</dt>
          <dd>{most}</dd>
        </div>
      ))}
    </dl>
  )
}
