import { Badge } from '../../shared/ui/badge'
import type { Operation } from './operation-data'

/** Whether an operation is answered. */
export function OperationStanding({ of: { deprecatedAt, withdrawnAt } }: { of: Operation }) {
  if (withdrawnAt) return <Badge tone="bad">Withdrawn</Badge>
  return deprecatedAt ? <Badge tone="warn">Deprecated</Badge> : <Badge tone="good">Answered</Badge>
}
