import { useQuery } from '@apollo/client/react'
import { useViewer } from '../../shared/app/viewer'
import { plural } from '../../shared/format/numbers'
import { ButtonLink } from '../../shared/ui/button'
import { Notice } from '../../shared/ui/notice'
import { paths } from '../paths'
import { scansToSend, useKeptScans } from './kept-scans'
import { ClaimsQuery } from './my-claims'
import { useSync } from './use-sync'

/** Says beside the physician’s credit what is none yet: claims that wait, and scans that were not sent. */
export function CheckInNotice() {
  const { accountId } = useViewer()
  useSync(accountId)
  const unsent = scansToSend(useKeptScans(), accountId).length
  const { data } = useQuery(ClaimsQuery, { fetchPolicy: 'cache-and-network' })
  const open = data?.attendanceClaims.edges.filter(({ node: { state } }) => state === 'SCANNED' || state === 'WAITING')
  const waiting = unsent + (open?.length ?? 0)
  if (waiting === 0) return null
  return (
    <Notice
      tone="info"
      title={`${plural(waiting, 'check-in')} not counted here`}
      actions={
        <ButtonLink size="s" kind="secondary" to={paths.checkIn}>
          See {waiting === 1 ? 'it' : 'them'}
        </ButtonLink>
      }
    >
      What you claim in the room is credit once the provider has approved it.
    </Notice>
  )
}
