import { FieldResolver, Resolver, Root } from 'type-graphql'
import { type CertifyingBoard, certifyingBoards, parseCertifyingBoard } from '../../reference/certifying-boards.js'
import { Board } from './board.js'

/** What the rules of a board ask of those who report to it, so that a form can say so. */
@Resolver(() => Board)
export class BoardReportResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether a report has to give the diplomate’s ID (L18); false for a licensing board.',
  })
  needsBoardId(@Root() { code }: Board): boolean {
    return rulesOf(code)?.boardIdRequired ?? false
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the rules of a certifying board ask of a report, in a sentence or two; null where nothing is particular.',
  })
  reportHint(@Root() { code }: Board): string | null {
    return rulesOf(code)?.reportHint ?? null
  }
}

function rulesOf(code: string): CertifyingBoard | undefined {
  const known = parseCertifyingBoard(code)
  return known && certifyingBoards[known]
}
