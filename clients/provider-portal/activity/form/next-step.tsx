import { Check, Lock } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ActivityStatus } from '../../../graphql/graphql'
import { plural } from '../../../shared/format/numbers'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Notice } from '../../../shared/ui/notice'
import { MissingList } from './missing-list'
import type { Judgement } from './use-activity-form'

interface NextStepProps {
  status: ActivityStatus
  judgement: Judgement
  pending: boolean
  onActivate: () => void
  onClose: () => void
}

interface Step {
  /** The state it leads to. */
  to: 'active' | 'closed'
  title: (missing: number) => string
  ready: string
  button: string
  icon: typeof Check
}

const thing = (count: number) => (count === 1 ? '1 thing' : `${count} things`)

const steps: Partial<Record<ActivityStatus, Step>> = {
  DRAFT: {
    to: 'active',
    title: (missing) => `${thing(missing)} missing before it can become active`,
    ready: 'Everything is there. Once it is active, learners can be reported.',
    button: 'Activate',
    icon: Check,
  },
  ACTIVE: {
    to: 'closed',
    title: (missing) => `${thing(missing)} missing before it can be closed`,
    ready: 'Everything is there. Close it when no more learners will come.',
    button: 'Close the activity',
    icon: Lock,
  },
}

/** What the activity can become next, and what it still lacks for that, in words. */
export function NextStep({ status, judgement, pending, onActivate, onClose }: NextStepProps): ReactNode {
  const step = steps[status]
  const warnings = judgement.issues.filter(({ severity }) => severity === 'WARNING')
  const errors = judgement.issues.filter(({ severity }) => severity === 'ERROR')
  const missing = (step && judgement.missingFor?.[step.to]) ?? []
  const [asked, setAsked] = useState(false)
  const open = [...missing, ...errors]
  const Icon = step?.icon
  return (
    <Card title="Next">
      <div className="stack">
        <div role="status">
          {step && open.length === 0 && <p>{step.ready}</p>}
          {step && open.length > 0 && <p>{step.title(open.length)}:</p>}
          {!step && <p className="soft">The record is closed. Reopen it on its page to change it.</p>}
        </div>
        {open.length > 0 && <MissingList issues={open} />}
        {asked && open.length > 0 && (
          <Notice tone="warn" urgent>
            {plural(open.length, 'answer')} still missing. The list leads to each of them.
          </Notice>
        )}
        {step && Icon && (
          <div>
            <Button
              isPending={pending}
              kind={open.length === 0 ? 'primary' : 'secondary'}
              onPress={() => {
                setAsked(true)
                if (open.length > 0) return
                if (step.to === 'active') onActivate()
                else onClose()
              }}
            >
              <Icon size={16} aria-hidden="true" /> {step.button}
            </Button>
          </div>
        )}
        {warnings.length > 0 && (
          <Notice tone="warn" title="Worth a look">
            <MissingList issues={warnings} />
          </Notice>
        )}
      </div>
    </Card>
  )
}
