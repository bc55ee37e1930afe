import { Download } from 'lucide-react'
import { addresses } from '../../../shared/app/addresses'
import { instant } from '../../../shared/format/days'
import { count, plural } from '../../../shared/format/numbers'
import { AddressLink, ButtonLink } from '../../../shared/ui/button'
import { Notice } from '../../../shared/ui/notice'
import { paths } from '../../paths'
import type { CheckedFileView } from './checked-file-page'

/** What is to be said of the file as a whole: refused, sent before, cancelled, columns that were not read. */
export function FileNotices({ batch }: { batch: CheckedFileView }) {
  const again = <ButtonLink to={paths.validateFile}>Check another file</ButtonLink>
  return (
    <>
      {batch.state === 'REFUSED' && batch.refusal && !batch.duplicateOf && (
        <Notice
          tone="bad"
          title="The file could not be taken"
          actions={
            <>
              {again}
              <AddressLink kind="secondary" href={addresses.validationTemplate} download>
                <Download size={16} aria-hidden="true" /> Empty template
              </AddressLink>
            </>
          }
        >
          <p>{batch.refusal.message}</p>
          {batch.refusal.place && <p>Place: {batch.refusal.place}</p>}
        </Notice>
      )}
      {batch.duplicateOf && (
        <Notice
          tone="info"
          title="This very file was checked before"
          actions={
            <>
              <ButtonLink to={paths.validationFile(batch.duplicateOf.batchId)}>Open its answers</ButtonLink>
              <ButtonLink kind="secondary" to={paths.validateFile}>
                Check it anew
              </ButtonLink>
            </>
          }
        >
          It came on {instant(batch.duplicateOf.createdAt)}. Licenses may have changed since: to check it anew, switch
          that on when you send it.
        </Notice>
      )}
      {batch.state === 'CANCELLED' && (
        <Notice tone="info" title="Cancelled" actions={again}>
          {batch.appliedRows > 0 ? `${plural(batch.appliedRows, 'row')} had an answer before.` : 'Nothing was checked.'}
        </Notice>
      )}
      {batch.fileWarnings.length > 0 && (
        <Notice tone="info" title="About the file as a whole">
          <ul>
            {batch.fileWarnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

/** How the file ended, and its answers to keep. */
export function FileSummary({ batch: { counts, resultAddress } }: { batch: CheckedFileView }) {
  const { valid, warned, problems } = counts
  const notes = warned > 0 ? `, ${count(warned)} of them with a note` : ''
  return (
    <Notice
      tone={problems > 0 ? 'warn' : 'good'}
      title={`${plural(valid, 'row')} matched${notes}; ${plural(problems, 'row')} to look at.`}
      actions={
        <>
          {resultAddress && problems > 0 && (
            <AddressLink href={addresses.failedRows(resultAddress)} download>
              <Download size={16} aria-hidden="true" /> Rows to look at
            </AddressLink>
          )}
          {resultAddress && (
            <AddressLink kind="secondary" href={resultAddress} download>
              <Download size={16} aria-hidden="true" /> Result file
            </AddressLink>
          )}
          <ButtonLink kind="secondary" to={paths.validateFile}>
            Check another file
          </ButtonLink>
        </>
      }
    >
      {problems > 0 &&
        'The result file has the layout of yours, with the answers behind it: correct it and send it again.'}
    </Notice>
  )
}
