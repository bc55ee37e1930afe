import { graphql } from '../../graphql'
import type { ReportingDetailsQuery as DetailsData } from '../../graphql/graphql'
import { stateName } from '../../shared/credit/states'
import { fullName } from '../../shared/credit/words'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Badge } from '../../shared/ui/badge'
import { Card } from '../../shared/ui/card'
import { CopyButton } from '../../shared/ui/copy-button'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'

const ReportingDetailsQuery = graphql(`
  query ReportingDetails {
    viewer {
      accountId
      learner {
        learnerId
        givenName
        middleName
        familyName
        suffix
        degree
        npi
        licenses {
          licenseId
          state
          licenseNumber
          status
          board {
            code
            name
          }
        }
        certifications {
          boardId
          status
          board {
            code
            name
          }
        }
      }
    }
  }
`)

type Physician = NonNullable<NonNullable<DetailsData['viewer']>['learner']>

/** What a physician hands to a provider, so that credit finds its way. */
export function DetailsPage() {
  const physician = useRouteQuery(ReportingDetailsQuery).viewer?.learner
  return (
    <Page
      title="Reporting details"
      lead="Give these to a provider when you take part: with them your credit is found at the first attempt."
    >
      {physician ? (
        <Card title={fullName(physician)} actions={<CopyButton text={asText(physician)} what="all details" />}>
          <dl className="facts">
            {lines(physician).map(([name, value, inactive]) => (
              <div key={`${name} ${value}`} className="fact">
                <dt>{name}</dt>
                <dd className="row">
                  <span className="number">{value}</span>
                  {inactive && <Badge>not active</Badge>}
                </dd>
              </div>
            ))}
          </dl>
        </Card>
      ) : (
        <Notice tone="info" title="Your account is not linked to a physician yet" />
      )}
      <Notice tone="info" title="Month and day of birth">
        Providers ask for them too. They are not shown here, and the year of birth is never asked or kept.
      </Notice>
    </Page>
  )
}

const lines = (physician: Physician): [string, string, boolean][] => [
  ['First name', physician.givenName, false],
  ['Last name', physician.familyName, false],
  ...(physician.npi ? [['NPI', physician.npi, false] as [string, string, boolean]] : []),
  ...physician.licenses.map((license): [string, string, boolean] => [
    `${stateName(license.state)} license`,
    license.licenseNumber,
    license.status !== 'ACTIVE',
  ]),
  ...physician.certifications.map((certification): [string, string, boolean] => [
    `${certification.board.code} ID`,
    certification.boardId,
    certification.status !== 'ACTIVE',
  ]),
]

const asText = (physician: Physician) =>
  lines(physician)
    .filter(([, , inactive]) => !inactive)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
