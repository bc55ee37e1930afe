import { activityFormats, deliveryLabels } from '../../../reference/activity-formats.js'
import { countryCodes, homeCountry } from '../../../reference/countries.js'
import { stateNames } from '../../../reference/states.js'
import { type ActivityIssue, issue } from './issue.js'
import type { JudgedActivity } from './judged.js'

/** How and where it takes place: A16, A17, and which delivery a format has. */
export function judgePlace({ activityFormat, deliveryMethods, state, country }: JudgedActivity): ActivityIssue[] {
  const issues: ActivityIssue[] = []
  const allowed = activityFormat ? activityFormats[activityFormat].deliveryMethods : deliveryMethods
  const wrong = deliveryMethods.filter((method) => !allowed.includes(method))
  if (activityFormat && wrong.length)
    issues.push(
      issue('DELIVERY_NOT_OF_FORMAT', 'deliveryMethods', {
        format: activityFormats[activityFormat].label,
        methods: wrong.map((method) => deliveryLabels[method]).join(' and '),
        allowed: allowed.map((method) => deliveryLabels[method]).join(', '),
      }),
    )
  if (country && !countryCodes.has(country))
    issues.push(issue('COUNTRY_UNKNOWN', 'location.country', { value: country }))
  if (country === homeCountry && state && !Object.hasOwn(stateNames, state))
    issues.push(issue('STATE_UNKNOWN', 'location.state', { value: state }))
  return issues
}
