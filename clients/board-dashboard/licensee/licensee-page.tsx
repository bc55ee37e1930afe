import { ArrowLeft, Award } from 'lucide-react'
import { Link } from 'react-router'
import { graphql } from '../../graphql'
import type { LicenseeQuery as LicenseeData } from '../../graphql/graphql'
import { CompletionTable } from '../../shared/credit/completion-table'
import { MonthChart } from '../../shared/credit/month-chart'
import { fullName } from '../../shared/credit/words'
import { day } from '../../shared/format/days'
import { amount, count } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { usePeriod } from '../../shared/period/period'
import { PeriodPicker } from '../../shared/period/period-picker'
import { Badge, type Tone } from '../../shared/ui/badge'
import { Card } from '../../shared/ui/card'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { Stat, StatRow } from '../../shared/ui/stat'
import { paths } from '../paths'

const LicenseeQuery = graphql(`
  query Licensee($learnerId: ID!, $from: Date!, $to: Date!, $after: String) {
    licensee(learnerId: $learnerId) {
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
        effectiveFrom
        effectiveTo
        board {
          code
          name
        }
      }
      creditSummary(from: $from, to: $to) {
        credits
        completions
        byMonth {
          month
          credits
          completions
        }
      }
      completions(first: 25, after: $after, from: $from, to: $to) {
        edges {
          cursor
          node {
            ...CompletionLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

type License = LicenseeData['licensee']['licenses'][number]

const licenseStatuses: Record<License['status'], { label: string; tone: Tone }> = {
  ACTIVE: { label: 'Active', tone: 'good' },
  EXPIRED: { label: 'Expired', tone: 'warn' },
  REVOKED: { label: 'Revoked', tone: 'bad' },
}

/** One licensee: licenses, credit over a period, and each completion. */
export function LicenseePage() {
  const [period, choosePeriod] = usePeriod(24)
  const { licensee } = useRouteQuery(LicenseeQuery, period)
  const more = useLoadMore(LicenseeQuery, period)
  const { creditSummary: summary, completions } = licensee
  return (
    <Page
      title={fullName(licensee)}
      lead={licensee.npi && <span className="number">NPI {licensee.npi}</span>}
      above={
        <Link to={paths.licensees}>
          <ArrowLeft size={14} aria-hidden="true" /> Licensees
        </Link>
      }
    >
      <Card title="Licenses">
        <ul className="stack" data-gap="s">
          {licensee.licenses.map((license) => (
            <LicenseLine key={license.licenseId} license={license} />
          ))}
        </ul>
      </Card>
      <PeriodPicker period={period} onChange={choosePeriod} />
      <StatRow>
        <Stat label="CME credits" value={amount(summary.credits)} />
        <Stat label="Completions" value={count(summary.completions)} />
      </StatRow>
      <Card title="Credit by month">
        <MonthChart months={summary.byMonth} />
      </Card>
      <Card title="Completions" note="Newest first" flush>
        <CompletionTable
          label="Completions"
          completions={completions.edges.map((edge) => edge.node)}
          empty={
            <EmptyState icon={Award} title="No credit in this period">
              Choose a longer period above. Providers have 30 days to report.
            </EmptyState>
          }
        />
        {completions.edges.length > 0 && (
          <LoadMore shown={completions.edges.length} noun="completion" page={completions.pageInfo} more={more} />
        )}
      </Card>
    </Page>
  )
}

function LicenseLine({ license }: { license: License }) {
  const { label, tone } = licenseStatuses[license.status]
  return (
    <li className="row" data-apart>
      <span>
        <strong className="number">
          {license.state} {license.licenseNumber}
        </strong>{' '}
        <span className="soft">{license.board.name}</span>
      </span>
      <span className="row">
        <span className="soft small number">
          since {day(license.effectiveFrom)}
          {license.effectiveTo && ` until ${day(license.effectiveTo)}`}
        </span>
        <Badge tone={tone}>{label}</Badge>
      </span>
    </li>
  )
}
