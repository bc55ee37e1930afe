import { useQuery } from '@apollo/client/react'
import { useDeferredValue, useState } from 'react'
import { graphql } from '../../graphql'
import type { CreditRequestActivitiesQuery as ActivitiesData } from '../../graphql/graphql'
import { daySpan } from '../../shared/format/days'
import { credits } from '../../shared/format/numbers'
import { ComboField } from '../../shared/ui/combo-field'

const ActivitiesQuery = graphql(`
  query CreditRequestActivities($text: String!, $completedOn: Date) {
    creditRequestActivities(text: $text, completedOn: $completedOn) {
      activityId
      title
      startsOn
      endsOn
      credits
      provider {
        providerId
        name
      }
    }
  }
`)

const ProvidersQuery = graphql(`
  query CreditRequestProviders($text: String!) {
    creditRequestProviders(text: $text) {
      providerId
      name
    }
  }
`)

export type AskedActivity = ActivitiesData['creditRequestActivities'][number]

interface ActivityPickerProps {
  activity: AskedActivity | undefined
  completedOn: string | undefined
  onChange: (activity: AskedActivity | undefined) => void
}

/** Finds an activity by its title or provider; those of the day come first. */
export function ActivityPicker({ activity, completedOn, onChange }: ActivityPickerProps) {
  const [typed, setTyped] = useState<string>()
  const text = typed ?? activity?.title ?? ''
  const search = useDeferredValue(text.trim())
  const { data, previousData, loading, error } = useQuery(ActivitiesQuery, {
    variables: { text: search, completedOn },
    skip: search === '',
  })
  const found = search === '' || error ? [] : ((data ?? previousData)?.creditRequestActivities ?? [])
  return (
    <ComboField
      label="Activity"
      placeholder="Title or provider"
      hint={
        activity
          ? `${activity.provider.name} · ${daySpan(activity.startsOn, activity.endsOn)} · at most ${credits(activity.credits ?? 0)}`
          : 'Type words of the title or of the provider.'
      }
      options={found.map((each) => ({
        id: each.activityId,
        label: each.title,
        note: `${each.provider.name} · ${daySpan(each.startsOn, each.endsOn)} · ${credits(each.credits ?? 0)}`,
      }))}
      value={activity?.activityId}
      onChange={(activityId) => {
        setTyped(undefined)
        onChange(found.find((each) => each.activityId === activityId))
      }}
      search={{ text, onText: setTyped, pending: loading, error }}
    />
  )
}

export interface AskedProvider {
  providerId: string
  name: string
}

interface ProviderPickerProps {
  provider: AskedProvider | undefined
  onChange: (provider: AskedProvider | undefined) => void
}

/** Finds a provider by its name. */
export function ProviderPicker({ provider, onChange }: ProviderPickerProps) {
  const [typed, setTyped] = useState<string>()
  const text = typed ?? provider?.name ?? ''
  const search = useDeferredValue(text.trim())
  const { data, previousData, loading, error } = useQuery(ProvidersQuery, {
    variables: { text: search },
    skip: search === '',
  })
  const found = search === '' || error ? [] : ((data ?? previousData)?.creditRequestProviders ?? [])
  return (
    <ComboField
      label="Provider"
      placeholder="Name of the provider"
      hint="Type words of its name."
      options={found.map(({ providerId, name }) => ({ id: providerId, label: name }))}
      value={provider?.providerId}
      onChange={(providerId) => {
        setTyped(undefined)
        onChange(found.find((each) => each.providerId === providerId))
      }}
      search={{ text, onText: setTyped, pending: loading, error }}
    />
  )
}
