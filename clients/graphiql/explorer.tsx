import './workers'
import '@graphiql/react/style.css'
import '@graphiql/plugin-doc-explorer/style.css'
import '@graphiql/plugin-history/style.css'
import 'graphiql/graphiql.css'
import { HISTORY_PLUGIN } from '@graphiql/plugin-history'
import { GraphiQL } from 'graphiql'
import { buildSchema } from 'graphql'
import { useMemo } from 'react'
import { ask } from './ask'
import { AskingAs } from './asking-as'
import { editorThemes, useEditorThemes } from './editor-themes'
import { ExamplesContext, examplesPlugin } from './examples-panel'
import type { ExploredGraph } from './explored-graph'
import { useLook } from './look'
import './explorer.css'
import { registerPlugin } from './register/register-panel'

const plugins = [examplesPlugin, registerPlugin, HISTORY_PLUGIN]

/** GraphiQL over our graph: its documentation, examples for the viewer’s work, and a way to register what was written. */
export default function Explorer({ graph: { sdl, examples } }: { graph: ExploredGraph }) {
  const schema = useMemo(() => buildSchema(sdl), [sdl])
  const look = useLook()
  useEditorThemes(look)
  const [first] = examples
  return (
    <div className="explorer">
      <h1 className="visually-hidden">Explorer</h1>
      <ExamplesContext value={examples}>
        <GraphiQL
          fetcher={ask}
          schema={schema}
          plugins={plugins}
          visiblePlugin={examplesPlugin}
          forcedTheme={look}
          editorTheme={editorThemes}
          defaultTabs={first && [{ query: first.text, variables: JSON.stringify(first.variables, null, 2) }]}
          showPersistHeadersSettings={false}
        >
          <GraphiQL.Logo>Explorer</GraphiQL.Logo>
          <GraphiQL.Footer>
            <AskingAs />
          </GraphiQL.Footer>
        </GraphiQL>
      </ExamplesContext>
    </div>
  )
}
