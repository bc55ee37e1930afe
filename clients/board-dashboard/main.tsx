import { ChartColumn, ListTodo, UsersRound } from 'lucide-react'
import { startApp } from '../shared/app/start-app'
import { HomePage } from './home-page'
import { LicenseePage } from './licensee/licensee-page'
import { LicenseesPage } from './licensee/licensees-page'
import { paths } from './paths'

startApp(
  {
    name: 'Board Dashboard',
    calledName: 'the Board Dashboard',
    basename: '/board',
    roles: ['LICENSING_BOARD', 'CERTIFYING_BOARD'],
    audience: 'the staff of licensing and certifying boards',
    nav: ({ role }) =>
      role === 'CERTIFYING_BOARD'
        ? [{ to: paths.home, label: 'Decisions', icon: ListTodo }]
        : [
            { to: paths.home, label: 'Dashboard', icon: ChartColumn },
            { to: paths.licensees, label: 'Licensees', icon: UsersRound },
          ],
  },
  [
    { index: true, element: <HomePage /> },
    { path: 'licensees', element: <LicenseesPage /> },
    { path: 'licensees/:learnerId', element: <LicenseePage /> },
  ],
)
