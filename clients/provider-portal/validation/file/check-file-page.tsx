import { ArrowLeft, Download } from 'lucide-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { addresses } from '../../../shared/app/addresses'
import { percent } from '../../../shared/format/numbers'
import { AddressLink, Button, ReasonedButton } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { SwitchLine } from '../../../shared/ui/checks'
import { Page } from '../../../shared/ui/page'
import { ProblemNotice } from '../../../shared/ui/problem-notice'
import { Progress } from '../../../shared/ui/progress'
import { paths } from '../../paths'
import { FileDrop } from '../../upload/file-drop'
import { useValidationUpload } from './use-validation-upload'

const fileTypes = ['.xlsx', '.csv', '.txt', '.tsv']

/** Sends a file of learners, of each of whom is said whether credit would find its physician. */
export function CheckFilePage() {
  const navigate = useNavigate()
  const upload = useValidationUpload()
  const [file, setFile] = useState<File>()
  const [force, setForce] = useState(false)
  const send = async () => {
    const sent = file && (await upload.send(file, force))
    if (sent) await navigate(paths.validationFile(sent.batchId))
  }
  return (
    <Page
      title="Check a file of learners"
      lead="Every row gets its answer, and the file comes back with the answers in it. No credit is recorded."
      above={
        <Link to={paths.validate()}>
          <ArrowLeft size={14} aria-hidden="true" /> Validate learners
        </Link>
      }
    >
      <div className="columns">
        <Card>
          <div className="stack" data-gap="l">
            <FileDrop
              label="File of learners"
              what="file"
              taken="Excel, CSV or tab-delimited text, up to 500,000 rows"
              types={fileTypes}
              file={file}
              onChoose={setFile}
            />
            <SwitchLine selected={force} onChange={setForce}>
              Check anew <span className="soft">– even if the very same file was checked before</span>
            </SwitchLine>
            <ProblemNotice problem={upload.problem} />
            {upload.sent === undefined ? (
              <ReasonedButton
                id="send"
                reason={file ? undefined : 'Choose a file first.'}
                isPending={upload.starting}
                onPress={() => void send()}
              >
                Check the file
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
              First name, last name, month and day of birth and a licensing state, in any order and under your own
              names; license number or NPI, middle name, suffix, board and board ID where you have them. The file for
              reporting credit does as well.
            </p>
            <AddressLink kind="secondary" href={addresses.validationTemplate} download>
              <Download size={16} aria-hidden="true" /> Empty template
            </AddressLink>
            <Link to={paths.validationFiles}>Files checked before</Link>
          </div>
        </Card>
      </div>
    </Page>
  )
}
