import { day, daySpan } from '../shared/format/days'
import { amaCredits, count, points } from '../shared/format/numbers'

interface Verification {
  publishedOn: string
  physicianName: string
  from: string
  to: string
  entryCount: number
  credits: number
  pointsByBoard: { board: string; points: number }[]
  hash: string
}

type State = 'asking' | 'valid' | 'unknown' | 'failed'

function show(state: State) {
  for (const part of document.querySelectorAll<HTMLElement>('[data-state]')) part.hidden = part.dataset.state !== state
}

function fill(facts: Record<string, string>) {
  for (const [name, text] of Object.entries(facts)) {
    const place = document.querySelector(`[data-fact="${name}"]`)
    if (place) place.textContent = text
  }
}

async function verify(code: string) {
  const answer = await fetch(`/verify/${encodeURIComponent(code)}.json`)
  if (answer.status === 404) return show('unknown')
  if (!answer.ok) return show('failed')
  const found: Verification = await answer.json()
  fill({
    physician: found.physicianName,
    period: daySpan(found.from, found.to),
    entries: count(found.entryCount),
    credits: amaCredits(found.credits),
    points: found.pointsByBoard.map((each) => points(each.points, each.board)).join(', ') || 'None',
    published: day(found.publishedOn),
    hash: found.hash,
  })
  show('valid')
}

const asked = new URLSearchParams(window.location.search).get('code')
const code = (asked ?? decodeURIComponent(window.location.pathname.split('/')[2] ?? '')).trim()
const field = document.getElementById('code')
if (field instanceof HTMLInputElement) field.value = code
verify(code).catch(() => show('failed'))
