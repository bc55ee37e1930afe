import type { ComponentProps } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { Button } from '../../shared/ui/button'
import { ReasonDialog } from '../../shared/ui/reason-dialog'

interface AnswerButtonProps extends Omit<ComponentProps<typeof ReasonDialog>, 'kind'> {
  label: string
  kind?: 'secondary' | 'danger'
  isPending: boolean
}

/** A button that asks for a reason before it does what it says. */
export function AnswerButton({ label, kind, isPending, ...dialog }: AnswerButtonProps) {
  return (
    <DialogTrigger>
      <Button kind={kind} isPending={isPending}>
        {label}
      </Button>
      <ReasonDialog {...dialog} kind={kind === 'danger' ? kind : undefined} />
    </DialogTrigger>
  )
}
