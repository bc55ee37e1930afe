import { FileSpreadsheet, X } from 'lucide-react'
import { DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components'
import { bytes } from '../../shared/format/numbers'
import { Button } from '../../shared/ui/button'
import './file-drop.css'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface FileDropProps {
  file: File | undefined
  objection: string | undefined
  onChoose: (file: File | undefined) => void
}

/** The place where a file is dropped, or chosen with a button. */
export function FileDrop({ file, objection, onChoose }: FileDropProps) {
  return (
    <>
      <DropZone
        className="file-drop"
        aria-label="Spreadsheet"
        onDrop={async ({ items }) => {
          const item = items.find(isFileDropItem)
          if (item) onChoose(await item.getFile())
        }}
      >
        <FileSpreadsheet size={32} strokeWidth={1.4} aria-hidden="true" />
        {file ? (
          <div className="row">
            <Text slot="label">
              <strong>{file.name}</strong> <span className="soft number">{bytes(file.size)}</span>
            </Text>
            <Button kind="quiet" size="s" onPress={() => onChoose(undefined)}>
              <X size={14} aria-hidden="true" /> Remove
            </Button>
          </div>
        ) : (
          <Text slot="label">Drop the spreadsheet here, or</Text>
        )}
        <FileTrigger acceptedFileTypes={['.xlsx', xlsx]} onSelect={(files) => onChoose(files?.[0])}>
          <Button kind="secondary">{file ? 'Choose another file' : 'Choose a file'}</Button>
        </FileTrigger>
        <span className="soft small">.xlsx in the learner template, up to 256 MB and 1,000,000 rows</span>
      </DropZone>
      {objection && (
        <p role="alert" className="field-error">
          {objection}
        </p>
      )}
    </>
  )
}
