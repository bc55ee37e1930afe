import { Button } from '../../../shared/ui/button'
import { Notice } from '../../../shared/ui/notice'
import type { Clash } from './draft-changes'
import './clash-notice.css'

interface ClashNoticeProps<Values> {
  clashes: readonly Clash<Values>[]
  by: string | undefined
  labelOf: (field: string) => string
  print: (field: string, value: unknown) => string
  onDecide: (field: keyof Values & string, keep: 'MINE' | 'THEIRS') => void
}

/** The fields that somebody else changed at the same time, each with both values and the choice between them. */
export function ClashNotice<Values>({ clashes, by, labelOf, print, onDecide }: ClashNoticeProps<Values>) {
  if (clashes.length === 0) return null
  return (
    <Notice tone="warn" urgent title={`${by ?? 'Somebody else'} changed the same at the same time`}>
      <p>Everything else is kept. Choose what should stand; your version is not lost until you do.</p>
      {clashes.map(({ field, mine, theirs }) => (
        <section key={field} className="clash" aria-label={labelOf(field)}>
          <h3>{labelOf(field)}</h3>
          <dl className="facts">
            <dt>Yours</dt>
            <dd>{print(field, mine)}</dd>
            <dt>Theirs</dt>
            <dd>{print(field, theirs)}</dd>
          </dl>
          <div className="row">
            <Button size="s" onPress={() => onDecide(field, 'MINE')}>
              Keep yours
            </Button>
            <Button size="s" kind="secondary" onPress={() => onDecide(field, 'THEIRS')}>
              Take theirs
            </Button>
          </div>
        </section>
      ))}
    </Notice>
  )
}
