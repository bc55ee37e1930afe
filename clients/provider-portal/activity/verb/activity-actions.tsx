import { Copy, Lock, LockOpen, Pencil, QrCode, Trash2, Undo2, UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { useNavigate } from 'react-router'
import type { ActivityStandingFragment } from '../../../graphql/graphql'
import { Button, ButtonLink } from '../../../shared/ui/button'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog'
import { toast } from '../../../shared/ui/toast'
import { paths } from '../../paths'
import type { useActivityVerbs } from './use-activity-verbs'

interface ActionsProps {
  activity: ActivityStandingFragment
  verbs: ReturnType<typeof useActivityVerbs>
  repeat: ReactNode
}

/** What can be done with the activity in the state it has. */
export function ActivityActions({ activity, verbs, repeat }: ActionsProps) {
  const { activityId, version, status } = activity
  const navigate = useNavigate()
  const target = { activityId, expectedVersion: version }
  const close = async () => {
    const answer = await verbs.close(target)
    if (answer?.saved) {
      toast('Closed.', { label: 'Undo', run: () => void verbs.undo({ activityId }) })
    }
  }
  const reopen = async () => {
    const answer = await verbs.reopen(target)
    if (answer?.saved) toast('Reopened: it can be changed again.')
  }
  const remove = async () => {
    const answer = await verbs.remove(target)
    if (!answer?.saved) return
    toast('Deleted.')
    await navigate(paths.activities)
  }
  return (
    <>
      {status === 'ACTIVE' && (
        <ButtonLink to={paths.enterLearner(activityId)}>
          <UserPlus size={16} aria-hidden="true" /> Enter a learner
        </ButtonLink>
      )}
      {(status === 'ACTIVE' || status === 'CLOSED') && (
        <ButtonLink kind="secondary" to={paths.checkIns(activityId)}>
          <QrCode size={16} aria-hidden="true" /> Check-ins
        </ButtonLink>
      )}
      {status !== 'CLOSED' && (
        <ButtonLink kind={status === 'DRAFT' ? 'primary' : 'secondary'} to={paths.editActivity(activityId)}>
          <Pencil size={16} aria-hidden="true" /> Edit
        </ButtonLink>
      )}
      {status === 'ACTIVE' && (
        <Button kind="secondary" isPending={verbs.pending} onPress={() => void close()}>
          <Lock size={16} aria-hidden="true" /> Close
        </Button>
      )}
      {status === 'CLOSED' && (
        <Button kind="secondary" isPending={verbs.pending} onPress={() => void reopen()}>
          <LockOpen size={16} aria-hidden="true" /> Reopen
        </Button>
      )}
      <DialogTrigger>
        <Button kind="secondary">
          <Copy size={16} aria-hidden="true" /> Repeat activity
        </Button>
        {repeat}
      </DialogTrigger>
      <Button kind="quiet" isPending={verbs.pending} onPress={() => void verbs.undo(target)}>
        <Undo2 size={16} aria-hidden="true" /> Undo last change
      </Button>
      {status === 'DRAFT' && (
        <DialogTrigger>
          <Button kind="quiet">
            <Trash2 size={16} aria-hidden="true" /> Delete
          </Button>
          <ConfirmDialog
            title="Delete this draft?"
            confirm="Delete the draft"
            cancel="Keep it"
            danger
            onConfirm={() => void remove()}
          >
            <p>Nobody else has seen it, and nothing was reported for it. It cannot be brought back.</p>
          </ConfirmDialog>
        </DialogTrigger>
      )}
    </>
  )
}
