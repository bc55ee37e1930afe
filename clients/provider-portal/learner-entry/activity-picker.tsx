import { useQuery } from '@apollo/client/react'
import { useDeferredValue, useState } from 'react'
import { graphql } from '../../graphql'
import { daySpan } from '../../shared/format/days'
import { credits } from '../../shared/format/numbers'
import { ComboField } from '../../shared/ui/combo-field'
import type { FieldIssue } from '../../shared/ui/field'
import type { EntryActivity } from './learner-draft'

const PickerQuery = graphql(`
  query ActivityPicker($search: String) {
    activities(first: 25, status: ACTIVE, search: $search) {
      edges {
        cursor
        node {
          activityId
          title
          startsOn
          endsOn
          credits
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

interface ActivityPickerProps {
  activity: EntryActivity | undefined
  issue?: FieldIssue
  onChange: (activityId: string | undefined) => void
}

/** Finds an active activity by its title or id. */
export function ActivityPicker({ activity, issue, onChange }: ActivityPickerProps) {
  const [typed, setTyped] = useState<string>()
  const text = typed ?? activity?.title ?? ''
  const search = useDeferredValue(text === activity?.title ? '' : text.trim())
  const { data, previousData, loading, error } = useQuery(PickerQuery, { variables: { search: search || undefined } })
  const found = error ? [] : ((data ?? previousData)?.activities.edges.map(({ node }) => node) ?? [])
  return (
    <ComboField
      label="Activity"
      placeholder="Title or activity ID"
      hint={activity && `${activity.activityId} · ${daySpan(activity.startsOn, activity.endsOn)}`}
      issue={issue}
      options={found.map((each) => ({
        id: each.activityId,
        label: each.title,
        note: `${each.activityId} · ${daySpan(each.startsOn, each.endsOn)} · ${credits(each.credits ?? 0)}`,
      }))}
      value={activity?.activityId}
      onChange={(activityId) => {
        setTyped(undefined)
        onChange(activityId)
      }}
      search={{ text, onText: setTyped, pending: loading, error }}
    />
  )
}
