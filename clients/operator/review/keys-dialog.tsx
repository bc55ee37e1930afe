import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../../shared/ui/button'
import { Choices } from '../../shared/ui/choices'
import '../../shared/ui/sheet.css'
import { keysAreOn, setKeysOn } from './keys-setting'
import './review.css'

const keys: readonly [key: string, meaning: string][] = [
  ['1 to 9', 'picks a candidate'],
  ['0', 'picks nobody'],
  ['Enter', 'decides or confirms, and opens the next case'],
  ['U', 'undoes the decision you just made'],
  ['J', 'next case'],
  ['K', 'previous case'],
  ['?', 'shows these keys'],
]

/** The keys of a case, and the switch that turns single keys off. */
export function KeysDialog(open: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const [isOn, setOn] = useState(keysAreOn)
  const choose = (on: boolean) => {
    setOn(on)
    setKeysOn(on)
  }
  return (
    <ModalOverlay className="dialog-ground" isDismissable {...open}>
      <Modal className="dialog">
        <Dialog className="sheet-body">
          <Heading slot="title">Keys</Heading>
          <dl className="keys">
            {keys.map(([key, meaning]) => (
              <div key={key} className="fact">
                <dt>
                  <kbd className="key">{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <Choices
            label="Single keys"
            options={[
              { value: 'on', label: 'Keys on' },
              { value: 'off', label: 'Keys off' },
            ]}
            value={isOn ? 'on' : 'off'}
            onChange={(value) => choose(value === 'on')}
          />
          <p className="soft small">
            Everything is also reached with Tab. Switched off, only Tab, Space and Enter act.
          </p>
          <div className="row">
            <Button slot="close">Close</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
