import { DialogTrigger } from 'react-aria-components'
import { useAsk } from '../../shared/rest/use-ask'
import { Button } from '../../shared/ui/button'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { toast } from '../../shared/ui/toast'
import { addresses } from '../paths'
import type { NamedOperation, Operations } from './operation-data'

interface EndOperationProps {
  of: NamedOperation
  onChange: (operations: Operations) => void
}

/** Marks an operation as one that should no longer be used, or withdraws it. */
export function EndOperation({ of: { name, newest }, onChange }: EndOperationProps) {
  const ending = useAsk<Operations>()
  const end = async (path: string, method: 'POST' | 'DELETE', said: string) => {
    const operations = await ending.run(path, { method })
    if (!operations) return
    onChange(operations)
    toast(said)
  }
  if (newest.withdrawnAt) return null
  return (
    <>
      {!newest.deprecatedAt && (
        <Button
          kind="secondary"
          isPending={ending.pending}
          onPress={() => void end(addresses.deprecation(name), 'POST', `${name} is deprecated.`)}
        >
          Deprecate
        </Button>
      )}
      <DialogTrigger>
        <Button kind="secondary" isPending={ending.pending}>
          Withdraw
        </Button>
        <ConfirmDialog
          title={`Withdraw ${name}?`}
          confirm="Withdraw it"
          cancel="Keep it"
          danger
          onConfirm={() => void end(addresses.operation(name), 'DELETE', `${name} is withdrawn.`)}
        >
          <p>
            Every version of it is answered no longer, within five seconds. Register the same text again to bring it
            back.
          </p>
        </ConfirmDialog>
      </DialogTrigger>
      <ProblemNotice problem={ending.problem} />
    </>
  )
}
