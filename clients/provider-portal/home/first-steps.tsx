import { Rocket } from 'lucide-react'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { EmptyState } from '../../shared/ui/empty-state'
import { paths } from '../paths'

/** What a provider that has entered nothing yet does first. */
export function FirstSteps() {
  return (
    <Card>
      <EmptyState
        icon={Rocket}
        title="Begin with an activity"
        actions={
          <>
            <ButtonLink to={paths.newActivity}>Enter an activity</ButtonLink>
            <ButtonLink kind="secondary" to={paths.importActivities}>
              Import a spreadsheet
            </ButtonLink>
          </>
        }
      >
        Learners are reported for activities. Enter one by form, or import those that you have in a file.
      </EmptyState>
    </Card>
  )
}
