import type { MeasurementType, Outcome } from '../../../graphql/graphql'
import { measurementTypes } from '../../../shared/credit/words'
import { SomeOf } from '../../../shared/ui/choice-field'
import { TextLine } from '../../../shared/ui/field'
import { NumberLine } from '../../../shared/ui/number-line'
import { SuggestField } from '../../../shared/ui/suggest-field'
import type { Editor } from './editor'
import { LineList } from './line-list'

const named = (text: string) => (text.trim() === '' ? undefined : text)

/** Names, one a line; with suggestions where the server has some. */
export const nameList =
  (name: 'jointProviders' | 'inKindSupporters', noun: string): Editor =>
  ({ frame, options, values, onChange, issueAt }) => (
    <LineList
      frame={frame}
      lines={values[name]}
      blank=""
      complete={named}
      onChange={(lines) => onChange({ [name]: lines })}
      noun={noun}
    >
      {(line, change, at) => {
        const field = {
          label: `Name of ${noun} ${at + 1}`,
          value: line,
          onChange: change,
          issue: issueAt(`${name}.${at}`),
        }
        return options.length > 0 ? (
          <SuggestField {...field} suggestions={options.map(({ label }) => label)} />
        ) : (
          <TextLine {...field} maxLength={200} />
        )
      }}
    </LineList>
  )

interface SupportDraft {
  source: string
  amount: number | null
  currency: string
}

export const supporters: Editor = ({ frame, options, values, onChange, issueAt }) => (
  <LineList<FormSupport, SupportDraft>
    frame={frame}
    lines={values.commercialSupport}
    blank={{ source: '', amount: null, currency: 'USD' }}
    complete={({ source, amount, currency }) =>
      named(source) !== undefined && amount !== null ? { source, amount, currency } : undefined
    }
    onChange={(commercialSupport) => onChange({ commercialSupport })}
    noun="supporter"
  >
    {(line, change, at) => (
      <>
        <SuggestField
          label={`Supporter ${at + 1}`}
          suggestions={options.map(({ label }) => label)}
          value={line.source}
          onChange={(source) => change({ ...line, source })}
          issue={issueAt(`commercialSupport.${at}.source`) ?? issueAt(`commercialSupport.${at}`)}
        />
        <NumberLine
          label={`Amount in ${line.currency}`}
          value={line.amount}
          onChange={(amount) => change({ ...line, amount })}
          issue={issueAt(`commercialSupport.${at}.amount`)}
        />
      </>
    )}
  </LineList>
)

type FormSupport = Parameters<Editor>[0]['values']['commercialSupport'][number]

const types = (Object.keys(measurementTypes) as MeasurementType[]).map((id) => ({ id, label: measurementTypes[id] }))

/** Each outcome with the ways in which it was measured; none of them means it was not. */
export const outcomes: Editor = ({ frame, options, values, onChange, issueAt }) => (
  <fieldset className="line-list">
    <legend className="field-label">
      {frame.label}
      {frame.when && <span className="field-optional"> ({frame.when})</span>}
    </legend>
    <div className="stack" data-gap="s">
      {options.map(({ id, label }, at) => {
        const outcome = id as Outcome
        const others = values.measuredOutcomes.filter((each) => each.outcome !== outcome)
        return (
          <SomeOf
            key={id}
            label={label}
            optional
            when="how it was measured"
            options={types}
            value={values.measuredOutcomes.find((each) => each.outcome === outcome)?.types ?? []}
            onChange={(chosen) =>
              onChange({ measuredOutcomes: chosen.length > 0 ? [...others, { outcome, types: chosen }] : others })
            }
            issue={issueAt(`measuredOutcomes.${at}`)}
          />
        )
      })}
      {frame.issue && <p className={`field-error field-${frame.issue.tone}`}>{frame.issue.text}</p>}
    </div>
  </fieldset>
)

export const stateTags: Editor = ({ frame, values, onChange, issueAt }) => (
  <LineList
    frame={frame}
    lines={values.stateContentTags}
    blank={{ domain: '', topic: '' }}
    complete={(tag) => (named(tag.domain) !== undefined && named(tag.topic) !== undefined ? tag : undefined)}
    onChange={(stateContentTags) => onChange({ stateContentTags })}
    noun="tag"
  >
    {(tag, change, at) => (
      <>
        <TextLine
          label={`Domain of tag ${at + 1}`}
          value={tag.domain}
          onChange={(domain) => change({ ...tag, domain })}
          issue={issueAt(`stateContentTags.${at}.domain`)}
        />
        <TextLine
          label={`Topic of tag ${at + 1}`}
          value={tag.topic}
          onChange={(topic) => change({ ...tag, topic })}
          issue={issueAt(`stateContentTags.${at}.topic`)}
        />
      </>
    )}
  </LineList>
)
