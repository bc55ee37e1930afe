import { X } from 'lucide-react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Badge } from '../../shared/ui/badge'
import { Button } from '../../shared/ui/button'
import '../../shared/ui/sheet.css'
import type { BatchView } from './batch-page'
import type { RowView } from './batch-rows'
import { rowWord } from './batch-words'
import { learnerName } from './cells'
import { Issues } from './issues'
import { RowReview } from './row-review'

interface RowDetailsProps {
  row: RowView | undefined
  batch: BatchView
  onClose: () => void
}

/** Everything about one row, beside the list it stands in. */
export function RowDetails({ row, batch, onClose }: RowDetailsProps) {
  const word = row && rowWord(row.outcome, batch.dryRun)
  return (
    <ModalOverlay className="sheet-ground" isDismissable isOpen={row !== undefined} onOpenChange={onClose}>
      <Modal className="sheet">
        {row && (
          <Dialog className="sheet-body">
            <header className="row" data-apart>
              <Heading slot="title">
                Row {row.rowNumber}: {learnerName(row)}
              </Heading>
              <Button slot="close" kind="quiet" size="icon" aria-label="Close">
                <X size={18} aria-hidden="true" />
              </Button>
            </header>
            <p>
              <Badge tone={word?.tone}>{word?.label}</Badge>
            </p>
            <Issues issues={row.issues} />
            <RowReview row={row} batchId={batch.batchId} />
            <h3>As submitted</h3>
            <dl className="facts">
              {row.cells.map((cell) => (
                <div key={cell.column} className="fact">
                  <dt>{cell.column}</dt>
                  <dd>{cell.text}</dd>
                </div>
              ))}
            </dl>
          </Dialog>
        )}
      </Modal>
    </ModalOverlay>
  )
}
