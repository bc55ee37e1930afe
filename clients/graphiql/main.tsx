import { startApp } from '../shared/app/start-app'
import { ExplorerPage } from './explorer-page'

startApp(
  {
    name: 'Explorer',
    calledName: 'the Explorer',
    basename: '/graphiql',
    // Who may explore depends on where the platform runs; the gateway decides it, and the page tells.
    roles: ['PROVIDER_REPORTER', 'LICENSING_BOARD', 'CERTIFYING_BOARD', 'PHYSICIAN', 'PARTNER', 'OPERATOR'],
    audience: 'people who write programs and reports',
    nav: () => [],
  },
  [{ index: true, element: <ExplorerPage /> }],
)
