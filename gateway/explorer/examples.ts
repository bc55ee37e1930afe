import type { ViewerRole } from '../../subgraphs/reference/viewer.js'

/** An operation to start from. */
export interface Example {
  title: string
  text: string
  variables: Record<string, unknown>
  /** Whose work it is about; everybody’s where it is left out. */
  roles?: readonly ViewerRole[]
}

const boards: readonly ViewerRole[] = ['LICENSING_BOARD']

/** Reviewed one by one: each is valid, and costs no more than an operation may. */
export const examples: readonly Example[] = [
  {
    title: 'How many licensees have credit this year?',
    roles: boards,
    variables: { from: '2026-01-01', to: '2026-12-31' },
    text: `query CreditThisYear($from: Date!, $to: Date!) {
  boardDashboard(from: $from, to: $to) {
    board { name }
    licensees
    licenseesWithCredit
    credits
    byMonth { month completions credits }
  }
}
`,
  },
  {
    title: 'Licensees and what they completed',
    roles: boards,
    variables: { search: '', from: '2026-01-01', to: '2026-12-31' },
    text: `query Licensees($search: String, $from: Date!, $to: Date!, $after: String) {
  licensees(search: $search, first: 10, after: $after) {
    edges {
      node {
        learnerId
        givenName
        familyName
        creditSummary(from: $from, to: $to) { completions credits }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    title: 'Credit that waits for our decision',
    roles: ['CERTIFYING_BOARD'],
    variables: {},
    text: `query Waiting($after: String) {
  pendingMoc(first: 25, after: $after) {
    edges { node { completion { completedOn activity { title } } } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    title: 'Our batches, the newest first',
    roles: ['PROVIDER_REPORTER'],
    variables: {},
    text: `query OurBatches($after: String) {
  batches(first: 20, after: $after) {
    edges { node { batchId fileName state totalRows createdAt } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    title: 'Our activities and what is still missing',
    roles: ['PROVIDER_REPORTER'],
    variables: {},
    text: `query OurActivities($after: String) {
  activities(first: 20, after: $after) {
    edges { node { activityId title status startsOn issues { message } } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    title: 'My credit this year',
    roles: ['PHYSICIAN'],
    variables: { from: '2026-01-01', to: '2026-12-31' },
    text: `query MyCredit($from: Date!, $to: Date!) {
  viewer {
    learner {
      creditSummary(from: $from, to: $to) { completions credits }
      completions(first: 20, from: $from, to: $to) {
        edges { node { completedOn activity { title } provider { name } cme { credits status } } }
      }
    }
  }
}
`,
  },
  {
    title: 'Reviews that wait',
    roles: ['OPERATOR'],
    variables: {},
    text: `query OpenReviews($after: String) {
  reviewCases(first: 20, after: $after) {
    edges { node { caseId kind state } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    title: 'Find activities for physicians',
    variables: { text: 'cardiology' },
    text: `query FindActivities($text: String!) {
  searchActivities(text: $text, first: 10) {
    edges { node { activity { activityId title startsOn provider { name } } } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    title: 'Who am I?',
    variables: {},
    text: `query WhoAmI {
  viewer { displayName role provider { name } board { name } }
}
`,
  },
]

/** The examples for somebody’s work, with those for everybody after them. */
export const examplesFor = (role: ViewerRole): Example[] =>
  examples.filter(({ roles }) => roles?.includes(role) ?? true)
