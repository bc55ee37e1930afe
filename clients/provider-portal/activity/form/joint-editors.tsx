import type { LearnerProfession, OtherCreditCategory } from '../../../graphql/graphql'
import { FieldSet } from '../../../shared/ui/choice-field'
import { NumberLine } from '../../../shared/ui/number-line'
import type { Editor } from './editor'

/** Credit of other professions: an amount beside each category that is awarded. */
export const jointCredits: Editor = ({ frame, options, values, onChange, issueAt }) => (
  <FieldSet legend={frame.label} note={frame.issue?.text ?? frame.hint}>
    <div className="grid">
      {options.map(({ id, label }) => {
        const at = values.otherCredits.findIndex(({ category }) => category === id)
        const others = values.otherCredits.filter(({ category }) => category !== id)
        return (
          <NumberLine
            key={id}
            label={label}
            optional
            decimal
            value={values.otherCredits[at]?.amount}
            onChange={(amount) => {
              const credit = amount === null ? [] : [{ category: id as OtherCreditCategory, amount }]
              onChange({ otherCredits: [...others, ...credit] })
            }}
            issue={at < 0 ? undefined : (issueAt(`otherCredits.${id}`) ?? issueAt(`otherCredits.${at}`))}
          />
        )
      })}
    </div>
  </FieldSet>
)

/** Learners of each profession. */
export const learnersByProfession: Editor = ({ frame, options, values, onChange, issueAt }) => (
  <FieldSet legend={frame.label} note={frame.issue?.text ?? frame.hint}>
    <div className="grid">
      {options.map(({ id, label }) => {
        const at = values.learnersByProfession.findIndex(({ profession }) => profession === id)
        const others = values.learnersByProfession.filter(({ profession }) => profession !== id)
        return (
          <NumberLine
            key={id}
            label={label}
            optional
            value={values.learnersByProfession[at]?.count}
            onChange={(count) => {
              const counted = count === null ? [] : [{ profession: id as LearnerProfession, count }]
              onChange({ learnersByProfession: [...others, ...counted] })
            }}
            issue={
              at < 0 ? undefined : (issueAt(`learnersByProfession.${id}`) ?? issueAt(`learnersByProfession.${at}`))
            }
          />
        )
      })}
    </div>
  </FieldSet>
)
