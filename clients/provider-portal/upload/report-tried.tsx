import { Play } from 'lucide-react'
import { useNavigate } from 'react-router'
import { useAction } from '../../shared/graph/use-action'
import { Button, ButtonLink } from '../../shared/ui/button'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { paths } from '../paths'
import { StartUploadMutation } from './use-upload'

/** What to do after a file was checked without recording: report it as it was checked, or go back to its columns. */
export function ReportTried({ batchId }: { batchId: string }) {
  const navigate = useNavigate()
  const start = useAction(StartUploadMutation)
  const report = async () => {
    if (await start.run({ batchId })) await navigate(paths.batch(batchId))
  }
  return (
    <>
      <Button isPending={start.pending} onPress={() => void report()}>
        <Play size={16} aria-hidden="true" /> Report
      </Button>
      <ButtonLink kind="secondary" to={paths.batch(batchId)}>
        Back to its columns
      </ButtonLink>
      <ProblemNotice problem={start.problem} />
    </>
  )
}
