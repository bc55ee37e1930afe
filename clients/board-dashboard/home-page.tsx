import { useViewer } from '../shared/app/viewer'
import { DashboardPage } from './dashboard/dashboard-page'
import { DecisionsPage } from './decision/decisions-page'

/** A licensing board looks at its licensees first, a certifying board at what waits for it. */
export function HomePage() {
  return useViewer().role === 'CERTIFYING_BOARD' ? <DecisionsPage /> : <DashboardPage />
}
