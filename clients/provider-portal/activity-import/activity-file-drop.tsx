import { FileSpreadsheet, X } from 'lucide-react'
import { DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components'
import { bytes } from '../../shared/format/numbers'
import { Button } from '../../shared/ui/button'
import '../upload/file-drop.css'
import { activityFileTypes } from './import-words'

interface ActivityFileDropProps {
  file: File | undefined
  onChoose: (file: File | undefined) => void
}

/** The place where a file of activities is dropped, or chosen with a button. */
export function ActivityFileDrop({ file, onChoose }: ActivityFileDropProps) {
  return (
    <DropZone
      className="file-drop"
      aria-label="File of activities"
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
        <Text slot="label">Drop the file here, or</Text>
      )}
      <FileTrigger acceptedFileTypes={activityFileTypes} onSelect={(files) => onChoose(files?.[0])}>
        <Button kind="secondary">{file ? 'Choose another file' : 'Choose a file'}</Button>
      </FileTrigger>
      <span className="soft small">Excel, CSV, tab-delimited text, MEMS XML or JSON</span>
    </DropZone>
  )
}
