import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../graphql'
import type { ProgramSummaryInput } from '../../graphql/graphql'
import { instant } from '../../shared/format/days'
import { count } from '../../shared/format/numbers'
import { useAction } from '../../shared/graph/use-action'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { NumberLine } from '../../shared/ui/number-line'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { Stat, StatRow } from '../../shared/ui/stat'
import { toast } from '../../shared/ui/toast'
import { paths } from '../paths'

const SummaryQuery = graphql(`
  query ProgramSummary($year: Int!) {
    programSummary(year: $year) {
      ...SummaryParts
    }
  }
`)

export const summaryParts = graphql(`
  fragment SummaryParts on ProgramSummary {
    advertisingAndExhibitIncome
    registrationFees
    governmentGrants
    privateDonations
    totalExpenses
    commercialSupportTotal
    savedAt
    submittedAt
    submittedBy
  }
`)

const SaveMutation = graphql(`
  mutation SaveProgramSummary($year: Int!, $summary: ProgramSummaryInput!, $submit: Boolean!) {
    saveProgramSummary(year: $year, summary: $summary, submit: $submit) {
      ...SummaryParts
    }
  }
`)

const fields: readonly { name: keyof ProgramSummaryInput; label: string; hint: string; optional?: boolean }[] = [
  {
    name: 'registrationFees',
    label: 'Registration fees',
    hint: 'Registration, subscription and publication fees from learners.',
  },
  {
    name: 'advertisingAndExhibitIncome',
    label: 'Advertising and exhibits',
    hint: 'Income that is not commercial support.',
  },
  { name: 'governmentGrants', label: 'Government grants', hint: 'Federal, state and local.' },
  { name: 'privateDonations', label: 'Private donations', hint: 'From foundations and people.' },
  { name: 'totalExpenses', label: 'Total expenses', hint: 'Of the whole program.', optional: true },
]

/** The financial totals of a year, saved as a draft until they are submitted. */
export function SummaryPage() {
  const [search] = useSearchParams()
  const year = Number(search.get('year')) || new Date().getFullYear() - 1
  const { programSummary } = useRouteQuery(SummaryQuery, { year })
  const [summary, setSummary] = useState<ProgramSummaryInput>(() =>
    Object.fromEntries(fields.map(({ name }) => [name, programSummary[name]])),
  )
  const [saved, setSaved] = useState(programSummary)
  const action = useAction(SaveMutation)
  const save = async (submit: boolean) => {
    const answer = await action.run({ year, summary, submit })
    if (!answer) return
    setSaved(answer.saveProgramSummary)
    toast(submit ? `The summary of ${year} is submitted.` : 'The draft is saved.')
  }
  return (
    <Page
      title={`Program summary ${year}`}
      lead="Totals of your whole program over its latest twelve months, in whole US dollars. Jointly provided activities count in full."
      above={<Link to={paths.yearEnd(year)}>Year end {year}</Link>}
    >
      <ProblemNotice problem={action.problem} />
      <Card title="Income and expenses" note={statusOf(saved)}>
        <div className="stack">
          {fields.map(({ name, ...words }) => (
            <NumberLine
              key={name}
              {...words}
              value={summary[name]}
              onChange={(value) => setSummary((now) => ({ ...now, [name]: value }))}
            />
          ))}
          <StatRow>
            <Stat
              label="Commercial support"
              value={`$${count(programSummary.commercialSupportTotal)}`}
              note="added up from your activities that ended in the year"
            />
          </StatRow>
          <div className="row">
            <Button onPress={() => save(true)} isPending={action.pending}>
              Submit the summary
            </Button>
            <Button kind="secondary" onPress={() => save(false)} isPending={action.pending}>
              Save as a draft
            </Button>
          </div>
        </div>
      </Card>
    </Page>
  )
}

function statusOf({
  submittedAt,
  submittedBy,
  savedAt,
}: {
  submittedAt?: string | null
  submittedBy?: string | null
  savedAt?: string | null
}) {
  if (submittedAt) return `Submitted by ${submittedBy} on ${instant(submittedAt)}`
  return savedAt ? `Draft of ${instant(savedAt)}` : 'Not saved yet'
}
