import { Link } from 'react-router'
import { sources } from '../../shared/credit/words'
import { instant } from '../../shared/format/days'
import { Button } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import '../activity/activity-history.css'
import { paths } from '../paths'
import type { SubmittedRecord } from './record-page'

type Version = SubmittedRecord['history'][number]

const verbs: Record<Version['action'], string> = {
  REPORTED: 'reported it',
  CORRECTED: 'corrected it',
  VOIDED: 'took it back',
  RESTORED: 'put an earlier version back',
}

const answers: Record<Version['answers'][number]['status'], string> = {
  PENDING: 'was asked',
  ACCEPTED: 'accepted the points',
  REJECTED: 'did not accept the points',
}

interface RecordHistoryProps {
  record: SubmittedRecord
  pending: boolean
  onPutBack: (version: number) => void
}

/** Who said what of a record, and when; the newest first. */
export function RecordHistory({ record, pending, onPutBack }: RecordHistoryProps) {
  return (
    <Card title="History">
      <ol className="history">
        {record.history.map((version) => (
          <li key={version.version}>
            <VersionLines version={version} />
            {version.version < record.version && version.action !== 'VOIDED' && record.isCorrectable && (
              <Button
                size="s"
                kind="secondary"
                isPending={pending}
                aria-label={`Put version ${version.version} back`}
                onPress={() => onPutBack(version.version)}
              >
                Put back
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function VersionLines({ version }: { version: Version }) {
  const { action, at, by, source, batchId, rowNumber, reason, changes } = version
  return (
    <>
      <p>
        <strong>{by ?? sources[source]}</strong> {verbs[action]} <span className="soft small">{instant(at)}</span>
        {source === 'FILE' && batchId && (
          <>
            {' '}
            <Link className="small" to={paths.batch(batchId)}>
              row {rowNumber} of a file
            </Link>
          </>
        )}
      </p>
      {reason && <p className="small">“{reason}”</p>}
      <ul className="soft small">
        {action !== 'VOIDED' &&
          changes.map(({ label, before, after }) => (
            <li key={label}>
              {label}: {before && <del>{before}</del>} <ins>{after ?? 'nothing'}</ins>
            </li>
          ))}
        {version.answers.map((answer) => (
          <li key={`${answer.board.code} ${answer.at} ${answer.status}`}>
            {answer.board.code} {answers[answer.status]} {instant(answer.at)}
            {answer.reason && `: ${answer.reason}`}
          </li>
        ))}
      </ul>
    </>
  )
}
