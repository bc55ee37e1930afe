import { useGraphiQL } from '@graphiql/react'
import { useViewer, viewerStanding } from '../shared/app/viewer'
import { headersIn } from './ask'

/** Whose eyes the next answer is for: those of the session, or of whoever holds the key in the headers. */
export function AskingAs() {
  const viewer = useViewer()
  const headers = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.headers)
  const hasOwn = Object.keys(headersIn(headers)).some((name) => name.toLowerCase() === 'authorization')
  return (
    <p className="explorer-viewer" role="status">
      {hasOwn
        ? 'You ask as the account of the key or token in the headers.'
        : `You ask as ${viewer.displayName}. ${viewerStanding(viewer)}.`}
    </p>
  )
}
