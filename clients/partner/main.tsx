import { Activity, FileCode2, Gauge, History, KeyRound, UserPlus } from 'lucide-react'
import { startApp } from '../shared/app/start-app'
import { AskPage } from './account/ask-page'
import { WelcomePage } from './account/welcome-page'
import { ChangesPage } from './changes/changes-page'
import { KeysPage } from './keys/keys-page'
import { NewKeyPage } from './keys/new-key-page'
import { LimitsPage } from './limits/limits-page'
import { OperationPage } from './operation/operation-page'
import { OperationsPage } from './operation/operations-page'
import { RegisterPage } from './operation/register-page'
import { paths } from './paths'
import { UsePage } from './usage/use-page'

startApp(
  {
    name: 'Partner Portal',
    calledName: 'the Partner Portal',
    basename: '/partner',
    roles: ['PARTNER', 'PROVIDER_REPORTER', 'LICENSING_BOARD', 'CERTIFYING_BOARD', 'PHYSICIAN', 'OPERATOR'],
    audience: 'people whose programs use CreditGraph',
    nav: () => [
      { to: paths.keys, label: 'Keys', icon: KeyRound },
      { to: paths.operations, label: 'Operations', icon: FileCode2 },
      { to: paths.use(), label: 'Use', icon: Activity },
      { to: paths.limits, label: 'Limits', icon: Gauge },
      { to: paths.changes, label: 'Changes', icon: History },
    ],
    open: [
      { to: paths.ask, label: 'Ask for an account', icon: UserPlus },
      { to: paths.changes, label: 'Changes', icon: History },
    ],
    openToo: [paths.welcome],
  },
  [
    { index: true, element: <KeysPage /> },
    { path: 'keys/new', element: <NewKeyPage /> },
    { path: 'operations', element: <OperationsPage /> },
    { path: 'operations/register', element: <RegisterPage /> },
    { path: 'operations/:name', element: <OperationPage /> },
    { path: 'use', element: <UsePage /> },
    { path: 'limits', element: <LimitsPage /> },
    { path: 'changes', element: <ChangesPage /> },
    { path: 'ask', element: <AskPage /> },
    { path: 'welcome', element: <WelcomePage /> },
  ],
)
