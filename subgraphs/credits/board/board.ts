import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { certifyingBoards } from '../../reference/certifying-boards.js'
import { licensingBoards } from '../../reference/licensing-boards.js'

/** What a board decides on. */
export enum BoardKind {
  LICENSING = 'LICENSING',
  CERTIFYING = 'CERTIFYING',
}

registerEnumType(BoardKind, {
  name: 'BoardKind',
  description: 'What a board decides on.',
  valuesConfig: {
    LICENSING: { description: 'Licenses to practice in a state.' },
    CERTIFYING: { description: 'Certification in a specialty.' },
  },
})

@Directive('@key(fields: "code")')
@ObjectType({ description: 'A licensing or certifying board.' })
export class Board {
  @Field(() => ID, { description: 'Code of the board, for example ABIM or ME-MD.' })
  code!: string

  @Field(() => String, { description: 'Its name.' })
  name!: string

  @Field(() => BoardKind, { description: 'What it decides on.' })
  kind!: BoardKind

  @Field(() => String, {
    nullable: true,
    description: 'The state whose licenses it issues; null for a certifying board.',
  })
  state?: string | null
}

/** The board with this code, or null. */
export function boardByCode(code: string): Board | null {
  const licensing = licensingBoards.get(code)
  if (licensing) return { code, name: licensing.name, kind: BoardKind.LICENSING, state: licensing.state }
  const certifying = Object.entries(certifyingBoards).find(([known]) => known === code)?.[1]
  return certifying ? { code, name: certifying.name, kind: BoardKind.CERTIFYING, state: null } : null
}
