import { type FormEvent, useContext, useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { addresses } from '../../shared/app/addresses'
import { ViewerContext } from '../../shared/app/viewer'
import { AddressLink, Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { TextLine } from '../../shared/ui/field'
import { Notice } from '../../shared/ui/notice'
import { Page } from '../../shared/ui/page'
import { CameraScan } from './camera-scan'
import { keepScan, looksLikeCode, useKeptScans } from './kept-scans'
import { MyClaims } from './my-claims'
import { useSync } from './use-sync'
import { WaitingScans } from './waiting-scans'

/** Checks in by the code of a room, also without a network, and claims the credit. */
export function CheckInPage() {
  const viewer = useContext(ViewerContext)
  const accountId = viewer?.role === 'PHYSICIAN' ? viewer.accountId : undefined
  const scans = useKeptScans().filter((scan) => !scan.accountId || scan.accountId === accountId)
  const problem = useSync(accountId)
  useScannedAddress(accountId)
  return (
    <Page
      title="Check in"
      lead="Scan the code on the screen in the room with the camera of your phone, or type the code that stands below it."
    >
      {!viewer && (
        <Notice
          tone="info"
          title={scans.length ? 'Sign in now to check in' : 'Sign in to check in'}
          actions={
            <AddressLink size="s" href={addresses.signIn()}>
              Sign in
            </AddressLink>
          }
        >
          {scans.length
            ? 'The code is kept on this device while you sign in. If that takes longer than the code is shown, the provider sees that it came late.'
            : 'Sign in before you scan, so that it is quick in the room.'}
        </Notice>
      )}
      {viewer && !accountId && (
        <Notice tone="warn" title={`You are signed in as ${viewer.displayName}`}>
          Only physicians check in. Sign in as yourself first.
        </Notice>
      )}
      {accountId && <WaitingScans scans={scans} problem={problem} />}
      <CodeForm onCode={(text) => keepScan(text, accountId)} />
      {accountId && <MyClaims />}
      <Card title="Without a network">
        <div className="stack reading" data-gap="s">
          <p>
            Open this page before you go into the room and leave it open. A code that you type, or scan with the camera
            on this page, is kept on this device with the time, and is sent by itself for up to 72 hours.
          </p>
          <p className="soft">
            The page cannot be opened for the first time without a network. Not every browser lets a page scan; typing
            works in all of them.
          </p>
        </div>
      </Card>
    </Page>
  )
}

/** Keeps the code with which this page was opened, and takes it out of the address. */
function useScannedAddress(accountId: string | undefined) {
  const { pathname, hash } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    if (!looksLikeCode(hash)) return
    keepScan(hash, accountId)
    void navigate(pathname, { replace: true })
  }, [hash, accountId, pathname, navigate])
}

function CodeForm({ onCode }: { onCode: (text: string) => void }) {
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setWrong(!looksLikeCode(text))
    if (!looksLikeCode(text)) return
    onCode(text)
    setText('')
  }
  return (
    <Card title="Code on the screen">
      <div className="stack">
        <form className="stack" data-gap="s" onSubmit={submit}>
          <TextLine
            label="Code"
            value={text}
            onChange={setText}
            maxLength={20}
            hint="Ten letters and digits, such as K7QF2-9D3MX. It changes every 15 seconds."
            issue={
              isWrong ? { tone: 'error', text: 'A code has ten letters and digits, such as K7QF2-9D3MX.' } : undefined
            }
          />
          <div className="row">
            <Button type="submit">Check in</Button>
          </div>
        </form>
        <CameraScan onCode={onCode} />
      </div>
    </Card>
  )
}
