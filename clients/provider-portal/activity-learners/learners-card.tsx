import { useQuery } from '@apollo/client/react'
import { graphql } from '../../graphql'
import { plural } from '../../shared/format/numbers'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { paths } from '../paths'

const LearnerCountQuery = graphql(`
  query LearnerCount($activityId: ID!) {
    submissionTotals(activityId: $activityId) {
      learners
      mocRejected
    }
  }
`)

/** How many learners were reported for an activity, and the way to them. */
export function LearnersCard({ activityId }: { activityId: string }) {
  const totals = useQuery(LearnerCountQuery, { variables: { activityId } }).data?.submissionTotals
  return (
    <Card title="Learners">
      <div className="stack" data-gap="s">
        {totals && (
          <p>
            {plural(totals.learners, 'learner')} reported
            {totals.mocRejected > 0 && `, ${plural(totals.mocRejected, 'MOC report')} rejected`}
          </p>
        )}
        <ButtonLink kind="secondary" size="s" to={paths.activityLearners(activityId)}>
          See the learners
        </ButtonLink>
      </div>
    </Card>
  )
}
