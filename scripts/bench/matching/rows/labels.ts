/** What has to become of a row. */
export const expectations = ['match', 'match-or-near', 'several', 'none'] as const
export type Expectation = (typeof expectations)[number]

/** How the person behind a row was chosen. */
export const scenarios = ['in', 'twin', 'family', 'out', 'out-namesake', 'out-sibling'] as const
export type Scenario = (typeof scenarios)[number]

/** The truth about one row. */
export interface Label {
  /** Undefined when the person is not on file. */
  truthId: string | undefined
  scenario: string
  /** What went wrong, as `field:kind`. */
  errors: readonly string[]
  /** How many people on file everything fits that was given, harmless ways of writing included. */
  exactK: number
  expect: Expectation
}
