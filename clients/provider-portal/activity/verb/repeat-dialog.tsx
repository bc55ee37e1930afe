import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useNavigate } from 'react-router'
import type { MocAttestation } from '../../../graphql/graphql'
import { Button } from '../../../shared/ui/button'
import { SomeOf } from '../../../shared/ui/choice-field'
import type { Option } from '../../../shared/ui/combo-field'
import { DayField } from '../../../shared/ui/day-field'
import { TextLine } from '../../../shared/ui/field'
import { ProblemNotice } from '../../../shared/ui/problem-notice'
import '../../../shared/ui/sheet.css'
import { toast } from '../../../shared/ui/toast'
import { paths } from '../../paths'
import { issueAt } from '../form/field-issues'
import { useActivityVerbs } from './use-activity-verbs'

interface RepeatDialogProps {
  activityId: string
  title: string
  boards: readonly string[]
  attestations: readonly (Option & { id: MocAttestation })[]
}

/** Enters an activity again as a new draft, with other days; registrations come along when they are attested anew. */
export function RepeatDialog({ activityId, title, boards, attestations }: RepeatDialogProps) {
  const navigate = useNavigate()
  const verbs = useActivityVerbs()
  const [newTitle, setTitle] = useState(title)
  const [startsOn, setStart] = useState<string>()
  const [endsOn, setEnd] = useState<string>()
  const [given, setGiven] = useState<MocAttestation[]>([])
  const issues = verbs.answer?.issues ?? []
  const repeat = async (close: () => void) => {
    const input = { title: newTitle.trim(), startsOn, endsOn: endsOn ?? startsOn }
    const answer = await verbs.repeat(activityId, input, given)
    if (!answer?.saved || !answer.activity) return
    close()
    toast('A new draft was made. Days, counts and support start anew.')
    await navigate(paths.editActivity(answer.activity.activityId))
  }
  return (
    <ModalOverlay className="dialog-ground" isDismissable>
      <Modal className="dialog">
        <Dialog className="sheet-body">
          {({ close }) => (
            <>
              <Heading slot="title">Repeat the activity</Heading>
              <p className="soft">Everything is copied but days, learner counts, support and your own id.</p>
              <TextLine
                label="Title"
                maxLength={250}
                value={newTitle}
                onChange={setTitle}
                issue={issueAt(issues, 'title')}
              />
              <DayField
                label="First day"
                optional
                value={startsOn}
                onChange={setStart}
                issue={issueAt(issues, 'startsOn')}
              />
              <DayField
                label="Last day"
                optional
                hint="The first day when it is left blank"
                value={endsOn}
                onChange={setEnd}
                issue={issueAt(issues, 'endsOn')}
              />
              {boards.length > 0 && (
                <SomeOf
                  label={`The provider undertakes anew, for ${boards.join(', ')} to come along`}
                  optional
                  options={attestations}
                  value={given}
                  onChange={setGiven}
                />
              )}
              <ProblemNotice problem={verbs.problem} />
              <div className="row">
                <Button
                  isPending={verbs.pending}
                  isDisabled={newTitle.trim() === ''}
                  onPress={() => void repeat(close)}
                >
                  Make the draft
                </Button>
                <Button kind="secondary" slot="close">
                  Cancel
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
