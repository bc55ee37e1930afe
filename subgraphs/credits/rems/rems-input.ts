import { Field, InputType } from 'type-graphql'
import type { Cell } from '../../shared/workbook/cell.js'
import type { RowCells } from '../batch/columns.js'

@InputType({ description: 'What is told about a learner of a REMS activity; its lists are those of `remsFields`.' })
export class RemsReportInput {
  @Field(() => String, {
    description: 'Your own id of the learner: `idd:`, a domain, a kind and the id, such as idd:acme:learner:77 (L32).',
  })
  localIdentifier!: string

  @Field(() => String, { description: 'Profession, from its list.' })
  profession!: string

  @Field(() => String, { nullable: true, description: 'State of primary practice, code or name.' })
  practiceState?: string | null

  @Field(() => String, { nullable: true, description: 'DEA registration, from its list.' })
  deaRegistration?: string | null

  @Field(() => String, { nullable: true, description: 'Practice area, from its list.' })
  practiceArea?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether the learner performs surgical procedures.' })
  surgicalProcedures?: boolean | null

  @Field(() => String, { nullable: true, description: 'Time in practice, from its list.' })
  timeInPractice?: string | null
}

/** The cells in which a file has the same. */
export const remsCells = ({ surgicalProcedures, ...rems }: RemsReportInput): RowCells => ({
  localIdentifier: text(rems.localIdentifier),
  practiceState: text(rems.practiceState),
  deaRegistration: text(rems.deaRegistration),
  profession: text(rems.profession),
  practiceArea: text(rems.practiceArea),
  surgicalProcedures: typeof surgicalProcedures === 'boolean' ? text(surgicalProcedures ? 'Yes' : 'No') : undefined,
  timeInPractice: text(rems.timeInPractice),
})

const text = (value: string | null | undefined): Cell | undefined =>
  value?.trim() ? { text: value.trim(), kind: 'text' } : undefined
