import { graphql } from '../../../graphql'
import type { ActivityValuesFragment } from '../../../graphql/graphql'

export const ActivityValues = graphql(`
  fragment ActivityValues on Activity {
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
    providership
    jointProviders
    credits
    otherCredits {
      category
      amount
    }
    isInterprofessional
    targetProfessions
    specialties
    physicianLearners
    otherLearners
    learnersByProfession {
      profession
      count
    }
    countedOn
    commercialSupportReceived
    commercialSupport {
      source
      amount
      currency
    }
    inKindSupporters
    measuredOutcomes {
      outcome
      types
    }
    commendationTags
    isMips
    mipsCriteria
    rems {
      type
      identifier
    }
    hasStateContentTags
    stateContentTags {
      domain
      topic
    }
    displayInPassport
    fee
    registration
    mocRegistrations {
      board {
        code
      }
      points
      creditTypes
      practiceAreas
      creditClaimOn
      contentOutline {
        kind
        value
      }
      attestations
    }
  }
`)

type Registration = ActivityValuesFragment['mocRegistrations'][number]

/** A registration while it is filled in: the points may not be known yet. */
export type FormRegistration = Omit<Registration, '__typename' | 'board' | 'points'> & {
  boardCode: string
  points: number | null
}

/** What the form holds of an activity: each field as the input names it. */
export type FormValues = Omit<ActivityValuesFragment, '__typename' | ' $fragmentName' | 'mocRegistrations'> & {
  mocRegistrations: FormRegistration[]
}

const names = new Set(
  ActivityValues.definitions
    .flatMap((definition) => (definition.kind === 'FragmentDefinition' ? definition.selectionSet.selections : []))
    .flatMap((field) => (field.kind === 'Field' ? [field.name.value] : [])),
)

/** A copy without the names of types that the cache adds, so that it can be sent back. */
const plain = <Value>(value: Value) =>
  JSON.parse(JSON.stringify(value, (key, part) => (key === '__typename' ? undefined : part))) as Value

/** The form’s part of an activity, as it can be sent back. */
export function formValuesOf(activity: ActivityValuesFragment): FormValues {
  const fields = Object.entries(plain(activity)).filter(([name]) => names.has(name))
  const mocRegistrations = plain(activity.mocRegistrations).map(({ board, ...registration }) => ({
    boardCode: board.code,
    ...registration,
  }))
  return { ...(Object.fromEntries(fields) as ActivityValuesFragment), mocRegistrations }
}
