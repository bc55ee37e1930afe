import { Paperclip, X } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { bytes } from '../../shared/format/numbers'
import { Button } from '../../shared/ui/button'
import { certificateObjection, certificateTypes } from './certificate-file'

interface CertificateFieldProps {
  file: File | undefined
  onChange: (file: File | undefined) => void
}

/** A picture or PDF of a certificate to go along. */
export function CertificateField({ file, onChange }: CertificateFieldProps) {
  const objection = file && certificateObjection(file)
  return (
    <div className="stack" data-gap="s">
      <span className="field-label">
        Certificate <span className="field-optional">(optional)</span>
      </span>
      <div className="row">
        <FileTrigger acceptedFileTypes={certificateTypes} onSelect={(files) => onChange(files?.[0])}>
          <Button kind="secondary" size="s">
            <Paperclip size={16} aria-hidden="true" /> {file ? 'Choose another file' : 'Choose a file'}
          </Button>
        </FileTrigger>
        {file && (
          <>
            <span>
              {file.name} <span className="soft small number">{bytes(file.size)}</span>
            </span>
            <Button kind="quiet" size="s" onPress={() => onChange(undefined)}>
              <X size={14} aria-hidden="true" /> Remove
            </Button>
          </>
        )}
      </div>
      <span className="soft small">
        A photo (JPEG, PNG) or PDF with at most 5 MB. Only you and the provider can open it; it is deleted 90 days after
        the answer.
      </span>
      {objection && (
        <p role="alert" className="field-error">
          {objection}
        </p>
      )}
    </div>
  )
}
