import { Download } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { addresses } from '../../shared/app/addresses'
import { percent } from '../../shared/format/numbers'
import { AddressLink, Button, ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { CheckLine, SwitchLine } from '../../shared/ui/checks'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { Progress } from '../../shared/ui/progress'
import { paths } from '../paths'
import { fileObjection, learnerFileTypes } from './check-file'
import { FileDrop } from './file-drop'
import { useUpload } from './use-upload'

/** Sends a file of learners. */
export function UploadPage() {
  const navigate = useNavigate()
  const upload = useUpload()
  const [file, setFile] = useState<File>()
  const [learnerPermission, setLearnerPermission] = useState(false)
  const [dryRun, setDryRun] = useState(false)
  const objection = file && fileObjection(file)
  const sending = upload.sent !== undefined

  const reason = () => {
    if (!file) return 'Choose a file first.'
    if (objection) return 'Choose another file first.'
    if (!learnerPermission) return 'Tick the statement above first.'
    return undefined
  }
  const send = async () => {
    const batchId = file && (await upload.send(file, { learnerPermission, dryRun }))
    if (batchId) await navigate(paths.batch(batchId))
  }

  return (
    <Page
      title="Upload learners"
      lead="One file, many learners: each row gets its own outcome, and a bad row never holds up another."
    >
      <div className="columns">
        <Card>
          <div className="stack" data-gap="l">
            <FileDrop
              label="File"
              what="file"
              taken=".xlsx, .csv or tab-delimited text with the columns of the template or your own, or XML or JSON from a learning system; up to 256 MB and 1,000,000 rows"
              types={learnerFileTypes}
              file={file}
              objection={objection}
              onChoose={setFile}
            />
            <div className="stack">
              <CheckLine selected={learnerPermission} onChange={setLearnerPermission}>
                Each learner in this file has given permission to report this completion and the identifying details to
                CreditGraph and to the boards concerned.
              </CheckLine>
              <SwitchLine selected={dryRun} onChange={setDryRun}>
                Dry run <span className="soft">– check every row, record nothing</span>
              </SwitchLine>
            </div>
            <ProblemNotice problem={upload.problem} />
            {sending ? (
              <div className="stack">
                <Progress
                  label="Sending the file"
                  value={100 * (upload.sent ?? 0)}
                  text={percent(upload.sent ?? 0, 1)}
                />
                <div>
                  <Button kind="secondary" onPress={upload.cancel}>
                    Cancel
                  </Button>
                </div>
              </div>
            ) : (
              <ReasonedButton id="send" reason={reason()} isPending={upload.starting} onPress={send}>
                {dryRun ? 'Check the file' : 'Send the file'}
              </ReasonedButton>
            )}
          </div>
        </Card>
        <FileGuide />
      </div>
    </Page>
  )
}

function FileGuide() {
  return (
    <Card title="The file">
      <div className="stack">
        <p className="soft">
          Row 1 of the template explains, row 2 names the columns, learners start in row 3. Leave the board columns
          blank where no MOC points are due. Text files have the same columns; without their names above them, in the
          order of the template.
        </p>
        <p className="soft">
          A file with other columns, as your learning system makes it, is fine too: you see what its columns are taken
          for before anything is recorded.
        </p>
        <AddressLink kind="secondary" href={addresses.template} download>
          <Download size={16} aria-hidden="true" /> Empty template
        </AddressLink>
        <AddressLink kind="secondary" href={addresses.sample} download>
          <Download size={16} aria-hidden="true" /> Sample with 500 rows
        </AddressLink>
        <p className="soft small">
          The sample has the slips that usually happen: nicknames, lost zeros, a wrong day. See how each is explained.
        </p>
      </div>
    </Card>
  )
}
