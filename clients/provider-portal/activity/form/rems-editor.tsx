import type { RemsType } from '../../../graphql/graphql'
import { FieldSet } from '../../../shared/ui/choice-field'
import { TextLine } from '../../../shared/ui/field'
import { SelectField } from '../../../shared/ui/select-field'
import type { Editor } from './editor'

const none = 'NONE'

/** The REMS program and its identifier, which go together; or none. */
export const rems: Editor = ({ frame, options, values, onChange, issueAt }) => {
  const given = values.rems ?? { type: null, identifier: null }
  return (
    <FieldSet legend={frame.label} note={frame.hint}>
      <div className="grid">
        <SelectField
          label="Program"
          optional
          options={[{ id: none, label: 'None' }, ...options]}
          value={given.type ?? none}
          onChange={(type) => onChange({ rems: type === none ? null : { ...given, type: type as RemsType } })}
          issue={issueAt('rems.type') ?? frame.issue}
        />
        {values.rems && (
          <TextLine
            label="Identifier"
            placeholder="EG-123456-001"
            value={given.identifier ?? ''}
            onChange={(identifier) => onChange({ rems: { ...given, identifier } })}
            issue={issueAt('rems.identifier')}
          />
        )}
      </div>
    </FieldSet>
  )
}
