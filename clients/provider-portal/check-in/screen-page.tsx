import type { OperationVariables } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { Maximize, X } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useNavigate } from 'react-router'
import { encode } from 'uqr'
import { graphql } from '../../graphql'
import type { CheckInScreenQuery as ScreenData } from '../../graphql/graphql'
import { credits, plural } from '../../shared/format/numbers'
import { type ProblemKind, problemOf } from '../../shared/graph/problem'
import { usePoll } from '../../shared/graph/use-poll'
import { useRouteVariables } from '../../shared/graph/use-route-query'
import { Button } from '../../shared/ui/button'
import { PageSkeleton } from '../../shared/ui/skeleton'
import { paths } from '../paths'
import { CheckInQuery } from './check-in-page'
import './screen.css'
import { codeAt, modulesPath, scanAddress } from './shown-code'

const ScreenQuery = graphql(`
  query CheckInScreen($checkInId: ID!) {
    checkIn(checkInId: $checkInId) {
      checkInId
      place
      credits
      opensAt
      attendees
      activity {
        activityId
        title
      }
      codes(first: 240) {
        now
        slotSeconds
        codes {
          startsAt
          scanned
          typed
        }
      }
    }
  }
`)

/** How often codes ahead are fetched, and how often people are counted. */
const codesMs = 60_000
const countMs = 5_000

/** What may pass by itself: the codes that are here already are shown meanwhile. */
const passing: ReadonlySet<ProblemKind> = new Set(['OFFLINE', 'FAULT', 'SIGNED_OUT'])

/** What a projector shows: the code of the moment, to scan or to type, and how many have come. */
export function ScreenPage() {
  const variables = useRouteVariables(ScreenQuery)
  const { data, previousData, error } = useQuery<ScreenData, OperationVariables>(ScreenQuery, {
    variables,
    pollInterval: codesMs,
    fetchPolicy: 'network-only',
  })
  const unreached = usePoll(CheckInQuery, variables, data ? countMs : undefined)
  const navigate = useNavigate()
  const problem = (error && problemOf(error)) ?? unreached
  const isRefused = problem !== undefined && !passing.has(problem.kind)
  const known = isRefused ? undefined : (data ?? previousData)
  return (
    <ModalOverlay
      className="screen-ground"
      isOpen
      onOpenChange={() => void navigate(paths.checkIn(String(variables.checkInId)))}
    >
      <Modal className="screen">
        <Dialog className="screen-body">
          {({ close }) => (
            <>
              <title>Check-in · CreditGraph</title>
              {known ? <ShownCode checkIn={known.checkIn} /> : !problem && <PageSkeleton />}
              <p role="status" className="screen-note">
                {problem && known
                  ? 'CreditGraph cannot be reached. Codes go on for up to an hour; the number of people stands still.'
                  : problem?.message}
              </p>
              <div className="row screen-buttons">
                {document.fullscreenEnabled && (
                  <Button kind="secondary" onPress={() => void document.documentElement.requestFullscreen()}>
                    <Maximize size={16} aria-hidden="true" /> Full screen
                  </Button>
                )}
                <Button kind="quiet" onPress={close}>
                  <X size={16} aria-hidden="true" /> Leave this screen
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The time of CreditGraph, second by second, whatever the clock of this computer says. */
function useServerTime(now: string): number {
  const offset = useMemo(() => Date.parse(now) - performance.now(), [now])
  const [elapsed, setElapsed] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setElapsed(performance.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return offset + Math.max(elapsed, Date.parse(now) - offset)
}

function ShownCode({ checkIn }: { checkIn: ScreenData['checkIn'] }) {
  const { activity, place, attendees, opensAt, codes } = checkIn
  const now = useServerTime(codes.now)
  const shown = codeAt(codes.codes, codes.slotSeconds, now)
  return (
    <>
      <header>
        <Heading slot="title" className="screen-title">
          {activity.title}
        </Heading>
        <p className="screen-note">
          {place} · {credits(checkIn.credits)}
        </p>
      </header>
      {shown ? (
        <>
          <QrCode text={scanAddress(window.location.origin, shown.code)} />
          <div>
            <p className="screen-note">Scan with your phone, or open Passport, “Check in”, and type</p>
            <p className="screen-code code">{shown.code.typed}</p>
            <p className="screen-note number">New code in {plural(shown.secondsLeft, 'second')}</p>
          </div>
        </>
      ) : (
        <p className="screen-code">
          {Date.parse(opensAt) > now ? 'The check-in is not open yet.' : 'This check-in is closed.'}
        </p>
      )}
      <p className="screen-count number">{plural(attendees, 'person', 'people')} checked in</p>
    </>
  )
}

/** A QR code as a picture, dark on light in every theme, so that every camera reads it. */
function QrCode({ text }: { text: string }) {
  const { data, size } = useMemo(() => encode(text, { ecc: 'M', border: 4 }), [text])
  return (
    <svg className="screen-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR code to check in">
      <rect width={size} height={size} fill="#fff" />
      <path d={modulesPath(data)} fill="#000" />
    </svg>
  )
}
