import { FileSpreadsheet, X } from 'lucide-react'
import { DropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components'
import { bytes } from '../../shared/format/numbers'
import { Button } from '../../shared/ui/button'
import './file-drop.css'

interface FileDropProps {
  /** What the place is called. */
  label: string
  /** What to drop there, as in “Drop the file here”. */
  what: string
  /** What is taken, in words. */
  taken: string
  /** Extensions and media types that are offered for choice. */
  types: string[]
  file: File | undefined
  objection?: string | undefined
  onChoose: (file: File | undefined) => void
}

/** The place where a file is dropped, or chosen with a button. */
export function FileDrop({ label, what, taken, types, file, objection, onChoose }: FileDropProps) {
  return (
    <>
      <DropZone
        className="file-drop"
        aria-label={label}
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
          <Text slot="label">Drop the {what} here, or</Text>
        )}
        <FileTrigger acceptedFileTypes={types} onSelect={(files) => onChoose(files?.[0])}>
          <Button kind="secondary">{file ? 'Choose another file' : 'Choose a file'}</Button>
        </FileTrigger>
        <span className="soft small">{taken}</span>
      </DropZone>
      {objection && (
        <p role="alert" className="field-error">
          {objection}
        </p>
      )}
    </>
  )
}
