import { graphql } from '../../graphql'
import type { RegistrationFactsFragment } from '../../graphql/graphql'
import { creditTypes } from '../../shared/credit/words'
import { day } from '../../shared/format/days'
import { points } from '../../shared/format/numbers'
import { Card } from '../../shared/ui/card'

export const RegistrationFacts = graphql(`
  fragment RegistrationFacts on MocRegistration {
    points
    creditTypes
    practiceAreas
    creditClaimOn
    attestedBy
    board {
      code
      name
    }
  }
`)

/** For which boards an activity is registered, and what learners can earn there. */
export function MocRegistrations({ registrations }: { registrations: readonly RegistrationFactsFragment[] }) {
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
            <p className="soft small">Attested by {registration.attestedBy}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
