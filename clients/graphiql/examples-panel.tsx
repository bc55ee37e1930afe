import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { BookOpen } from 'lucide-react'
import { createContext, useContext } from 'react'
import { Button } from '../shared/ui/button'
import type { Example } from './explored-graph'

/** The operations to start from. */
export const ExamplesContext = createContext<readonly Example[]>([])

function ExamplesPanel() {
  const examples = useContext(ExamplesContext)
  const { addTab } = useGraphiQLActions()
  const query = useGraphiQL((store) => store.queryEditor)
  const variables = useGraphiQL((store) => store.variableEditor)
  const open = (example: Example) => {
    addTab()
    query?.setValue(example.text)
    variables?.setValue(JSON.stringify(example.variables, null, 2))
  }
  return (
    <div className="explorer-panel">
      <h2>Examples</h2>
      <p>Each opens in a tab of its own, to be run and changed.</p>
      <ul className="explorer-examples">
        {examples.map((example) => (
          <li key={example.title}>
            <Button kind="secondary" size="s" onPress={() => open(example)}>
              {example.title}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Operations to start from, beside the editor. */
export const examplesPlugin: GraphiQLPlugin = {
  title: 'Examples',
  icon: () => <BookOpen aria-hidden="true" />,
  content: ExamplesPanel,
}
