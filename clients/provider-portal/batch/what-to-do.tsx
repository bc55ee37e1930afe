import { Download, PencilLine } from 'lucide-react'
import { Link } from 'react-router'
import { addresses } from '../../shared/app/addresses'
import { instant } from '../../shared/format/days'
import { plural } from '../../shared/format/numbers'
import { AddressLink, ButtonLink } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { paths } from '../paths'
import type { BatchView } from './batch-page'
import { leftToCorrect } from './batch-words'

const resultForms = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
  ['tab', 'tab-delimited'],
  ['json', 'JSON'],
  ['xml', 'XML'],
] as const

/** What can be done about the rows of a batch that is done: correct them here or in a file, and keep the result. */
export function WhatToDo({ batch }: { batch: BatchView }) {
  const { batchId, resultAddress, source } = batch
  const { toCorrect, corrected } = batch.correction
  const left = leftToCorrect(batch)
  const isFile = source === 'FILE'
  if (!resultAddress || !(isFile || toCorrect > 0 || corrected > 0)) return null
  return (
    <Card
      title={left > 0 ? `${plural(left, 'row')} to correct` : 'Every row has its outcome'}
      note={corrected > 0 && `${plural(corrected, 'row')} corrected and recorded since`}
      actions={
        <>
          {toCorrect > 0 && (
            <ButtonLink to={paths.correctRows(batchId)}>
              <PencilLine size={16} aria-hidden="true" /> Correct them here
            </ButtonLink>
          )}
          {isFile && left > 0 && (
            <AddressLink kind="secondary" href={addresses.failedRows(resultAddress)} download>
              <Download size={16} aria-hidden="true" /> Rows to correct
            </AddressLink>
          )}
          {isFile && (
            <AddressLink kind="secondary" href={resultAddress} download>
              <Download size={16} aria-hidden="true" /> All rows with outcomes
            </AddressLink>
          )}
        </>
      }
    >
      <div className="stack" data-gap="s">
        {isFile && (
          <p className="soft reading">
            {left > 0
              ? 'The download has the layout of your upload, with each row’s outcome and reason in extra columns. Correct the cells, save, and upload it again: what is recorded already is recognized and never counted twice.'
              : 'The download has the layout of your upload, with each row’s outcome in extra columns, for your records.'}
          </p>
        )}
        {isFile && (
          <p className="soft small">
            All rows in another form:{' '}
            {resultForms.map(([form, label], index) => (
              <span key={form}>
                {index > 0 && ', '}
                <a href={addresses.resultAs(resultAddress, form)} download>
                  {label}
                </a>
              </span>
            ))}
          </p>
        )}
        <Corrections batch={batch} />
      </div>
    </Card>
  )
}

function Corrections({ batch }: { batch: BatchView }) {
  if (batch.correctedBy.length === 0) return null
  return (
    <ul className="stack" data-gap="s" aria-label="Corrections of this batch">
      {batch.correctedBy.map(({ batchId, createdAt, counts }) => (
        <li key={batchId}>
          <Link to={paths.batch(batchId)}>Correction of {instant(createdAt)}</Link>:{' '}
          {plural(counts.accepted + counts.duplicate, 'row')} recorded
          {counts.rejected > 0 && `, ${counts.rejected} not accepted`}
        </li>
      ))}
    </ul>
  )
}
