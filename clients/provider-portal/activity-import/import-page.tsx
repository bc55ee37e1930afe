import { ArrowLeft, Download } from 'lucide-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { addresses } from '../../shared/app/addresses'
import { percent } from '../../shared/format/numbers'
import { AddressLink, Button, ReasonedButton } from '../../shared/ui/button'
import { Card } from '../../shared/ui/card'
import { CheckLine, SwitchLine } from '../../shared/ui/checks'
import { Page } from '../../shared/ui/page'
import { ProblemNotice } from '../../shared/ui/problem-notice'
import { Progress } from '../../shared/ui/progress'
import { paths } from '../paths'
import { FileDrop } from '../upload/file-drop'
import { activityFileTypes } from './import-words'
import { useActivityUpload } from './use-activity-upload'

/** Sends a file of activities; its columns are shown before anything is saved. */
export function ImportPage() {
  const navigate = useNavigate()
  const upload = useActivityUpload()
  const [file, setFile] = useState<File>()
  const [mocAttested, setMocAttested] = useState(false)
  const [mipsAttested, setMipsAttested] = useState(false)
  const [dryRun, setDryRun] = useState(false)
  const send = async () => {
    const sent = file && (await upload.send(file, { dryRun, mocAttested, mipsAttested, review: true }))
    if (sent) await navigate(paths.activityFile(sent.batchId))
  }
  return (
    <Page
      title="Import activities"
      lead="One file, many activities. You see what its columns are taken for before anything is saved."
      above={
        <Link to={paths.activities}>
          <ArrowLeft size={14} aria-hidden="true" /> Activities
        </Link>
      }
    >
      <div className="columns">
        <Card>
          <div className="stack" data-gap="l">
            <FileDrop
              label="File of activities"
              what="file"
              taken="Excel, CSV, tab-delimited text, MEMS XML or JSON"
              types={activityFileTypes}
              file={file}
              onChoose={setFile}
            />
            <div className="stack">
              <CheckLine selected={mocAttested} onChange={setMocAttested}>
                For MOC registrations in the file the provider gives the five undertakings to the boards.
              </CheckLine>
              <CheckLine selected={mipsAttested} onChange={setMipsAttested}>
                Activities that the file marks for MIPS meet all five criteria.
              </CheckLine>
              <SwitchLine selected={dryRun} onChange={setDryRun}>
                Dry run <span className="soft">– check every row, save nothing</span>
              </SwitchLine>
            </div>
            <ProblemNotice problem={upload.problem} />
            {upload.sent === undefined ? (
              <ReasonedButton
                id="send"
                reason={file ? undefined : 'Choose a file first.'}
                isPending={upload.starting}
                onPress={() => void send()}
              >
                Look at the file
              </ReasonedButton>
            ) : (
              <div className="stack">
                <Progress label="Sending the file" value={100 * upload.sent} text={percent(upload.sent, 1)} />
                <div>
                  <Button kind="secondary" onPress={upload.cancel}>
                    Cancel
                  </Button>
                </div>
              </div>
            )}
          </div>
        </Card>
        <Card title="The file">
          <div className="stack">
            <p className="soft">
              Rows with an ID of an activity change it, others add one; the same file again changes nothing. Columns may
              stand in any order and have your own names.
            </p>
            <AddressLink kind="secondary" href={addresses.activityTemplate} download>
              <Download size={16} aria-hidden="true" /> Empty template
            </AddressLink>
            <Link to={paths.activityFiles}>Files sent before</Link>
          </div>
        </Card>
      </div>
    </Page>
  )
}
