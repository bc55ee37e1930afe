import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiClient } from '../api-client.js'

/** Whose screens are looked at. */
export interface Screens {
  physician: ApiClient
  board: ApiClient
}

interface Page {
  completions: { edges: { node: { completionId: string } }[] }
}

// Seldom enough for looking not to be what is measured; what is seen is that much late at most.
const pollMs = 200
const fields = 'completions(first: 100) { edges { node { completionId } } }'

/** Looks at both screens until they show the completion. */
export async function watch(
  screens: Screens,
  learnerId: string,
  completionId: string,
  signal: AbortSignal,
): Promise<void> {
  const shows = ({ completions }: Page) => completions.edges.some(({ node }) => node.completionId === completionId)
  const physician = async () => {
    const { viewer } = await screens.physician.ask<{ viewer: { learner: Page } }>(
      `{ viewer { learner { ${fields} } } }`,
      {},
    )
    return shows(viewer.learner)
  }
  const board = async () => {
    const { licensee } = await screens.board.ask<{ licensee: Page }>(
      `query ($learnerId: ID!) { licensee(learnerId: $learnerId) { ${fields} } }`,
      { learnerId },
    )
    return shows(licensee)
  }
  for (const look of [physician, board]) {
    while (!(await look())) await sleep(pollMs, undefined, { signal })
  }
}
