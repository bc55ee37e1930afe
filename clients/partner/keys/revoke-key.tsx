import { DialogTrigger } from 'react-aria-components'
import { useAsk } from '../../shared/rest/use-ask'
import { Button } from '../../shared/ui/button'
import { ConfirmDialog } from '../../shared/ui/confirm-dialog'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { toast } from '../../shared/ui/toast'
import { addresses } from '../paths'
import type { Key, Keys } from './key-data'

/** Ends a key at once, after asking. */
export function RevokeKey({ of, onChange }: { of: Key; onChange: (keys: Keys) => void }) {
  const revoking = useAsk<Keys>()
  const revoke = async () => {
    const keys = await revoking.run(addresses.key(of.keyId), { method: 'DELETE' })
    if (!keys) return
    onChange(keys)
    toast(`The key “${of.label}” is revoked.`)
  }
  return (
    <>
      <DialogTrigger>
        <Button kind="secondary" size="s" isPending={revoking.pending} aria-label={`Revoke ${of.label}`}>
          Revoke
        </Button>
        <ConfirmDialog
          title={`Revoke “${of.label}”?`}
          confirm="Revoke it"
          cancel="Keep it"
          danger
          onConfirm={() => void revoke()}
        >
          <p>Programs that still use it are refused within five seconds. It cannot be taken back.</p>
        </ConfirmDialog>
      </DialogTrigger>
      <ProblemNotice problem={revoking.problem} />
    </>
  )
}
