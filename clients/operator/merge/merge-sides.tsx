import type { ReactNode } from 'react'
import { graphql } from '../../graphql'
import type { MergeField, MergeSideFragment } from '../../graphql/graphql'
import { Badge } from '../../shared/ui/badge'
import { CopyButton } from '../../shared/ui/copy-button'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { Compared } from '../compare/compared'
import type { MergeView } from './merge-page'
import { agreements, mergeFields } from './merge-words'

export const MergeSide = graphql(`
  fragment MergeSide on MergeParty {
    learnerId
    givenName
    middleName
    familyName
    formerNames
    suffix
    degree
    npi
    licenses {
      licenseId
      state
      licenseNumber
      status
    }
    certifications {
      boardId
      status
      board {
        code
      }
    }
  }
`)

type Side = MergeSideFragment

interface Line {
  id: string
  label: string
  field?: MergeField
  show: (side: Side, other: Side) => ReactNode
}

const compared =
  (read: (side: Side) => string | null | undefined): Line['show'] =>
  (side, other) => <Compared text={read(side)} other={read(other)} />

const listed = (items: readonly string[]) =>
  items.length > 0 ? (
    <ul className="number">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  ) : (
    <span className="soft">none</span>
  )

const standing = (status: string) => (status === 'ACTIVE' ? '' : `, ${status.toLowerCase()}`)

const lines: readonly Line[] = [
  { id: 'family', label: mergeFields.LAST_NAME, field: 'LAST_NAME', show: compared((side) => side.familyName) },
  { id: 'former', label: 'Former last names', show: ({ formerNames }) => listed(formerNames) },
  { id: 'given', label: mergeFields.FIRST_NAME, field: 'FIRST_NAME', show: compared((side) => side.givenName) },
  { id: 'middle', label: mergeFields.MIDDLE_NAME, field: 'MIDDLE_NAME', show: compared((side) => side.middleName) },
  { id: 'suffix', label: mergeFields.SUFFIX, field: 'SUFFIX', show: compared((side) => side.suffix) },
  { id: 'degree', label: 'Degree', show: compared((side) => side.degree) },
  {
    id: 'birthday',
    label: mergeFields.BIRTHDATE,
    field: 'BIRTHDATE',
    show: () => <span className="soft">compared, not shown</span>,
  },
  { id: 'npi', label: mergeFields.NPI, field: 'NPI', show: compared((side) => side.npi) },
  {
    id: 'licenses',
    label: 'Licenses',
    show: ({ licenses }) =>
      listed(licenses.map(({ state, licenseNumber, status }) => `${state} ${licenseNumber}${standing(status)}`)),
  },
  {
    id: 'certifications',
    label: 'Certifications',
    show: ({ certifications }) =>
      listed(certifications.map(({ board, boardId, status }) => `${board.code} ${boardId}${standing(status)}`)),
  },
  {
    id: 'learner',
    label: 'Id',
    show: ({ learnerId }) => (
      <>
        <span className="code small">{learnerId}</span> <CopyButton text={learnerId} what="the id" />
      </>
    ),
  },
]

/** Two learners field by field, each with what was written for that one alone. */
export function MergeSides({ merge }: { merge: MergeView }) {
  const { merged, survivor, agreement, status } = merge
  const done = status === 'APPROVED'
  const columns: Column<Line>[] = [
    { id: 'field', header: 'Field', isRowHeader: true, oneLine: true, cell: ({ label }) => <strong>{label}</strong> },
    {
      id: 'merged',
      header: done ? 'Leads to the other' : 'Would lead to the other',
      cell: ({ show }) => show(merged, survivor),
    },
    { id: 'survivor', header: done ? 'Stays' : 'Would stay', cell: ({ show }) => show(survivor, merged) },
    {
      id: 'agreement',
      header: 'Together',
      cell: ({ field }) => {
        const found = agreement.find((each) => each.field === field)
        return found && <Badge tone={agreements[found.agreement].tone}>{agreements[found.agreement].label}</Badge>
      },
    },
  ]
  return <DataTable label="Both learners" columns={columns} items={lines} keyOf={({ id }) => id} empty={null} />
}
