import { CalendarPlus } from 'lucide-react'
import { addresses } from '../../shared/app/addresses'
import { daySpan } from '../../shared/format/days'
import { amaCredits, points } from '../../shared/format/numbers'
import { Badge } from '../../shared/ui/badge'
import { AddressLink } from '../../shared/ui/button'
import { CopyButton } from '../../shared/ui/copy-button'
import type { Hit } from './find-query'

/** One found activity: what decides whether to open it. */
export function HitCard({ hit: { activity, title, snippet }, formatLabel }: { hit: Hit; formatLabel: string }) {
  const { activityId, location, provider, mocRegistrations } = activity
  const place = [location?.city, location?.state].filter(Boolean).join(', ')
  const facts = [formatLabel, daySpan(activity.startsOn, activity.endsOn), place].filter(Boolean)
  return (
    <article className="card find-hit" aria-labelledby={`hit-${activityId}`}>
      <p className="soft small">{provider.name}</p>
      <h2 id={`hit-${activityId}`}>
        <a href={addresses.activity(activityId)}>
          <Pieces pieces={title} />
        </a>
      </h2>
      <p className="small">{facts.join(' · ')}</p>
      <p className="find-snippet">
        <Pieces pieces={snippet} />
      </p>
      <p className="row find-badges">
        {activity.credits != null && <Badge tone="info">{amaCredits(activity.credits)}</Badge>}
        {activity.fee === 'NO_FREE' && <Badge tone="good">Free</Badge>}
        {activity.registration === 'LIMITED' && <Badge tone="warn">Limited registration</Badge>}
        {mocRegistrations.map(({ board, points: most }) => (
          <Badge key={board.code}>{points(most, board.code)}</Badge>
        ))}
      </p>
      <p className="row">
        <AddressLink kind="secondary" size="s" href={addresses.calendar(activityId)}>
          <CalendarPlus size={16} aria-hidden="true" /> Add to calendar
          <span className="visually-hidden">: {activity.title}</span>
        </AddressLink>
        <CopyButton text={`${window.location.origin}${addresses.activity(activityId)}`} what="link" />
      </p>
    </article>
  )
}

/** A text of which some pieces are marked. */
function Pieces({ pieces }: { pieces: Hit['title'] }) {
  let at = 0
  return pieces.map(({ text, isMatch }) => {
    at += text.length
    return isMatch ? <mark key={at}>{text}</mark> : text
  })
}
