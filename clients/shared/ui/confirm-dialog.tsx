import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button'
import './sheet.css'

interface ConfirmDialogProps {
  title: string
  /** What happens then, and whether it can be taken back. */
  children: ReactNode
  confirm: string
  cancel: string
  danger?: boolean
  isOpen?: boolean
  onOpenChange?: (open: boolean) => void
  onConfirm: () => void
}

/** Asks before something that is hard to take back. Inside a DialogTrigger, or opened by its owner. */
export function ConfirmDialog({ title, children, confirm, cancel, danger, onConfirm, ...open }: ConfirmDialogProps) {
  return (
    <ModalOverlay className="dialog-ground" isDismissable {...open}>
      <Modal className="dialog">
        <Dialog role="alertdialog" className="sheet-body">
          {({ close }) => (
            <>
              <Heading slot="title">{title}</Heading>
              <div className="stack" data-gap="s">
                {children}
              </div>
              <div className="row">
                <Button
                  kind={danger ? 'danger' : 'primary'}
                  onPress={() => {
                    onConfirm()
                    close()
                  }}
                >
                  {confirm}
                </Button>
                <Button kind="secondary" slot="close">
                  {cancel}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
