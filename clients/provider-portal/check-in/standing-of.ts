import type { Tone } from '../../shared/ui/badge'

interface Open {
  opensAt: string
  closesAt: string
}

/** Whether a check-in is to come, open or closed, in words. */
export function standingOf(
  { opensAt, closesAt }: Open,
  now = Date.now(),
): { label: string; tone: Tone; isOver: boolean } {
  if (Date.parse(closesAt) <= now) return { label: 'Closed', tone: 'plain', isOver: true }
  if (Date.parse(opensAt) > now) return { label: 'To come', tone: 'info', isOver: false }
  return { label: 'Open', tone: 'good', isOver: false }
}
