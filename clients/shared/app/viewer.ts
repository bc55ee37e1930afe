import { createContext, useContext } from 'react'
import { graphql } from '../../graphql'
import type { ViewerQuery as ViewerData } from '../../graphql/graphql'

export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      accountId
      displayName
      role
      provider {
        providerId
        name
      }
      board {
        code
        name
        kind
      }
      learner {
        learnerId
        givenName
        familyName
        degree
      }
    }
  }
`)

export type Viewer = NonNullable<ViewerData['viewer']>

/** Who is signed in; the frame provides it to every page. */
export const ViewerContext = createContext<Viewer | undefined>(undefined)

/** Who is signed in. */
export function useViewer() {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('A page was rendered outside the frame that knows the viewer.')
  return viewer
}

/** What the viewer does and for whom, in a few words. */
export function viewerStanding(viewer: Viewer) {
  switch (viewer.role) {
    case 'PROVIDER_REPORTER':
      return `Reports for ${viewer.provider?.name ?? 'a provider'}`
    case 'LICENSING_BOARD':
    case 'CERTIFYING_BOARD':
      return viewer.board?.name ?? 'Board'
    case 'PHYSICIAN':
      return 'Physician'
    case 'PARTNER':
      return 'Integration partner'
    case 'OPERATOR':
      return 'Operator of CreditGraph'
  }
}
