import { addresses } from '../../shared/app/addresses'
import { instant } from '../../shared/format/days'
import { plural } from '../../shared/format/numbers'
import { AddressLink, ButtonLink } from '../../shared/ui/button'
import { Notice } from '../../shared/ui/notice'
import { paths } from '../paths'
import { ReportTried } from '../upload/report-tried'
import type { BatchView } from './batch-page'
import { batchName } from './batch-words'

/** What is to be said of the file as a whole: refused, sent before, cancelled, only tried. */
export function BatchNotices({ batch }: { batch: BatchView }) {
  return (
    <>
      {batch.state === 'REFUSED' && batch.refusal && !batch.duplicateOf && (
        <Notice
          tone="bad"
          title="The file could not be taken"
          actions={
            <>
              <ButtonLink to={paths.upload}>Upload a corrected file</ButtonLink>
              <AddressLink kind="secondary" href={addresses.template} download>
                Get the template
              </AddressLink>
            </>
          }
        >
          <p>{batch.refusal.message}</p>
          {batch.refusal.place && (
            <p>
              Place: <span className="code">{batch.refusal.place}</span>
            </p>
          )}
          <p>Nothing was recorded.</p>
        </Notice>
      )}
      {batch.duplicateOf && (
        <Notice
          tone="info"
          title="This very file was sent before"
          actions={<ButtonLink to={paths.batch(batch.duplicateOf.batchId)}>Open the earlier batch</ButtonLink>}
        >
          It came on {instant(batch.duplicateOf.createdAt)}; its outcomes stand there, and nothing was added.
        </Notice>
      )}
      {batch.corrects && (
        <Notice
          tone="info"
          title={`These rows correct ${batchName(batch.corrects)}`}
          actions={<ButtonLink to={paths.batch(batch.corrects.batchId)}>Open the first batch</ButtonLink>}
        >
          {batch.counts.rejected > 0
            ? 'Rows that were not accepted can be corrected again in the first batch.'
            : 'Each row has the number that it has there.'}
        </Notice>
      )}
      {batch.state === 'CANCELLED' && (
        <Notice tone="info" title="Cancelled" actions={<ButtonLink to={paths.upload}>Upload again</ButtonLink>}>
          {batch.appliedRows > 0
            ? `${plural(batch.appliedRows, 'row')} had their outcome before; the rest was left alone.`
            : 'Nothing was recorded.'}
        </Notice>
      )}
      {batch.dryRun && batch.state === 'DONE' && (
        <Notice
          tone="info"
          title="This was a dry run"
          actions={
            batch.trialOf ? (
              <ReportTried batchId={batch.trialOf.batchId} />
            ) : (
              <ButtonLink to={paths.upload}>Send it for real</ButtonLink>
            )
          }
        >
          Every row was checked as if it counted; nothing was recorded.
        </Notice>
      )}
      {batch.fileWarnings.map((warning) => (
        <Notice key={warning} tone="warn">
          {warning}
        </Notice>
      ))}
    </>
  )
}
