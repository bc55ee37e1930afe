import { CalendarClock } from 'lucide-react'
import { startApp } from '../shared/app/start-app'
import { LateProvidersPage } from './late/late-providers-page'
import { paths } from './paths'

startApp(
  {
    name: 'Operator',
    calledName: 'the Operator app',
    basename: '/operator',
    roles: ['OPERATOR'],
    audience: 'the people who operate the platform',
    nav: () => [{ to: paths.lateProviders, label: 'Late providers', icon: CalendarClock }],
  },
  [{ index: true, element: <LateProvidersPage /> }],
)
