import { Camera } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../shared/ui/button'
import { Notice } from '../../shared/ui/notice'
import './check-in.css'
import { looksLikeCode } from './kept-scans'

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>
}

declare global {
  interface Window {
    /** Reads codes in pictures; only some browsers have it. */
    BarcodeDetector?: new (options: {
      formats: string[]
    }) => Detector
  }
}

const lookMs = 250

/** Scans with the camera inside this page, where the browser can; else nothing. */
export function CameraScan({ onCode }: { onCode: (text: string) => void }) {
  const [isOn, setOn] = useState(false)
  const [failed, setFailed] = useState(false)
  if (!window.BarcodeDetector || !navigator.mediaDevices) return null
  return (
    <div className="stack" data-gap="s">
      <div className="row">
        <Button
          kind="secondary"
          onPress={() => {
            setFailed(false)
            setOn(!isOn)
          }}
        >
          <Camera size={16} aria-hidden="true" /> {isOn ? 'Stop the camera' : 'Scan with this camera'}
        </Button>
      </div>
      {isOn && (
        <Viewfinder
          onCode={(text) => {
            setOn(false)
            onCode(text)
          }}
          onFailure={() => {
            setOn(false)
            setFailed(true)
          }}
        />
      )}
      {failed && <Notice tone="warn" title="The camera cannot be used here. Allow it, or type the code." />}
    </div>
  )
}

function Viewfinder({ onCode, onFailure }: { onCode: (text: string) => void; onFailure: () => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const told = useRef({ onCode, onFailure })
  told.current = { onCode, onFailure }
  useEffect(() => {
    let isOver = false
    let stop = () => {}
    void watch(video.current, (text) => !isOver && told.current.onCode(text))
      .then((end) => {
        stop = end
        if (isOver) end()
      })
      .catch(() => !isOver && told.current.onFailure())
    return () => {
      isOver = true
      stop()
    }
  }, [])
  return <video ref={video} className="viewfinder" muted playsInline aria-label="What the camera sees" />
}

/** Looks through the camera until it sees a code; returns how to stop. */
async function watch(video: HTMLVideoElement | null, onCode: (text: string) => void): Promise<() => void> {
  const Reader = window.BarcodeDetector
  if (!video || !Reader) return () => {}
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  video.srcObject = stream
  await video.play()
  const detector = new Reader({ formats: ['qr_code'] })
  const timer = setInterval(() => {
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return
    void detector.detect(video).then((found) => {
      const code = found.find(({ rawValue }) => looksLikeCode(rawValue))
      if (code) onCode(code.rawValue)
    })
  }, lookMs)
  return () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
  }
}
