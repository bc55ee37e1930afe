/** Where first and last names of people tend to come from together. For making data only: no group is ever matched on. */
export const nameGroups = ['WHITE', 'BLACK', 'HISPANIC', 'SOUTH_ASIAN', 'EAST_ASIAN', 'MIDDLE_EASTERN'] as const

export type NameGroup = (typeof nameGroups)[number]

/** Thirty-odd years of birth each: names have their time. */
export const cohorts = ['b1940s', 'b1960s', 'b1980s'] as const

export type Cohort = (typeof cohorts)[number]

/** The time of naming that a year of birth belongs to. */
export const cohortOf = (birthYear: number): Cohort =>
  birthYear < 1960 ? 'b1940s' : birthYear < 1980 ? 'b1960s' : 'b1980s'

/** An object with one value for each key. */
export function perKey<Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>
}
