import { type ReactNode, useState } from 'react'
import { Dialog, Heading, Label, Modal, ModalOverlay, Text, TextArea, TextField } from 'react-aria-components'
import { Button } from './button'
import './field.css'
import './sheet.css'

interface ReasonDialogProps {
  title: ReactNode
  /** What happens then. */
  children?: ReactNode
  /** The question that the reason answers. */
  label?: string
  /** Who reads it, or what becomes of it. */
  hint: string
  /** The button that goes on. */
  verb: string
  kind?: 'danger'
  /** The button that leaves everything as it is. */
  otherwise: string
  onReason: (reason: string) => void
}

/** Asks for a reason before something is done; stands inside a DialogTrigger. */
export function ReasonDialog({
  title,
  children,
  label = 'Reason',
  hint,
  verb,
  kind,
  otherwise,
  onReason,
}: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  return (
    <ModalOverlay className="dialog-ground" isDismissable>
      <Modal className="dialog">
        <Dialog className="sheet-body">
          {({ close }) => (
            <>
              <Heading slot="title">{title}</Heading>
              {children && (
                <div className="stack" data-gap="s">
                  {children}
                </div>
              )}
              <TextField className="field" value={reason} onChange={setReason} maxLength={500} isRequired>
                <Label className="field-label">{label}</Label>
                <TextArea className="input" rows={3} />
                <Text slot="description" className="field-hint">
                  {hint}
                </Text>
              </TextField>
              <div className="row">
                <Button
                  kind={kind}
                  isDisabled={reason.trim() === ''}
                  onPress={() => {
                    onReason(reason.trim())
                    close()
                  }}
                >
                  {verb}
                </Button>
                <Button kind="secondary" slot="close">
                  {otherwise}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
