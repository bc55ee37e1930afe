import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker'
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker'
import GraphWorker from 'monaco-graphql/esm/graphql.worker.js?worker'

const workers: Record<string, new () => Worker> = { json: JsonWorker, graphql: GraphWorker }

// The editor looks here for which of our own files it runs beside the page.
Object.assign(globalThis, {
  MonacoEnvironment: { getWorker: (_id: string, language: string) => new (workers[language] ?? EditorWorker)() },
})
