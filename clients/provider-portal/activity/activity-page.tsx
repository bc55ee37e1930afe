import { ArrowLeft, UserPlus } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { ActivityQuery as ActivityData } from '../../graphql/graphql'
import { activityFormats, activityStatuses, creditTypes, deliveryMethods } from '../../shared/credit/words'
import { day, daySpan } from '../../shared/format/days'
import { credits, points } from '../../shared/format/numbers'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { CopyButton } from '../../shared/ui/copy-button'
import { Page } from '../../shared/ui/page'
import { paths } from '../paths'

const ActivityQuery = graphql(`
  query Activity($activityId: ID!) {
    activity(activityId: $activityId) {
      activityId
      providerActivityId
      title
      description
      url
      activityFormat
      deliveryMethods
      startsOn
      endsOn
      location {
        city
        state
        country
      }
      credits
      displayInPassport
      status
      mocRegistrations {
        points
        creditTypes
        practiceAreas
        creditClaimOn
        board {
          code
          name
        }
      }
    }
  }
`)

type Activity = ActivityData['activity']

/** One activity: what it allows, and for which boards it is registered. */
export function ActivityPage() {
  const { activity } = useRouteQuery(ActivityQuery)
  const status = activityStatuses[activity.status]
  return (
    <Page
      title={activity.title}
      lead={activity.description}
      above={
        <Link to={paths.activities}>
          <ArrowLeft size={14} aria-hidden="true" /> Activities
        </Link>
      }
      actions={
        activity.status === 'ACTIVE' && (
          <ButtonLink to={paths.enterLearner(activity.activityId)}>
            <UserPlus size={16} aria-hidden="true" /> Enter a learner
          </ButtonLink>
        )
      }
    >
      <div className="columns">
        <Card title="Facts" actions={<Badge tone={status.tone}>{status.label}</Badge>}>
          <dl className="facts">
            <dt>Activity ID</dt>
            <dd className="row">
              <span className="number">{activity.activityId}</span>
              <CopyButton text={activity.activityId} what="the ID" />
            </dd>
            {facts(activity).map(([name, value]) => (
              <div key={name} className="fact">
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <Registrations registrations={activity.mocRegistrations} />
      </div>
    </Page>
  )
}

const facts = (activity: Activity) =>
  [
    ['Your own ID', activity.providerActivityId],
    ['Format', activity.activityFormat && activityFormats[activity.activityFormat]],
    ['Delivery', activity.deliveryMethods.map((method) => deliveryMethods[method]).join(', ')],
    ['Dates', daySpan(activity.startsOn, activity.endsOn)],
    ['Place', activity.location && [activity.location.city, activity.location.state].filter(Boolean).join(', ')],
    ['Credit', activity.credits && `up to ${credits(activity.credits)}`],
    ['Shown in the public search', activity.displayInPassport ? 'Yes' : 'No'],
  ].filter(([, value]) => value)

function Registrations({ registrations }: { registrations: Activity['mocRegistrations'] }) {
  return (
    <Card title="MOC registrations">
      {registrations.length === 0 && (
        <p className="soft">Not registered with a certifying board: report CME credit only.</p>
      )}
      <ul className="stack">
        {registrations.map((registration) => (
          <li key={registration.board.code}>
            <h3>{registration.board.name}</h3>
            <p className="soft">
              Up to {points(registration.points, registration.board.code)}:{' '}
              {registration.creditTypes.map((code) => creditTypes[code] ?? code).join(', ')}
            </p>
            {registration.practiceAreas.length > 0 && (
              <p className="soft small">For {registration.practiceAreas.join(', ')}</p>
            )}
            {registration.creditClaimOn && (
              <p className="soft small">Can be claimed until {day(registration.creditClaimOn)}</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
