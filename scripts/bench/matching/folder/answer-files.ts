import type { Decision } from '../../../../subgraphs/learners/matching/engine/types.js'
import { type CsvWriter, openCsv } from '../csv/write-csv.js'
import type { TestData, TestRow } from '../data/test-data.js'
import { judge } from '../score/judge.js'

const answerColumns = ['row_id', 'decision', 'person_id', 'asked_field', 'named_field']
const wrongColumns = ['where', 'point', 'row', 'label', 'decision', 'matched', 'meant']

/** Where the answers of a run are written, as far as somebody wants them. */
export class AnswerFiles {
  private constructor(
    private readonly answers: CsvWriter | undefined,
    private readonly wrong: CsvWriter | undefined,
  ) {}

  /** Opens the files; an empty path is a file that nobody wants. */
  static async open(answersPath: string, wrongPath: string): Promise<AnswerFiles> {
    return new AnswerFiles(
      answersPath ? await openCsv(answersPath, answerColumns) : undefined,
      wrongPath ? await openCsv(wrongPath, wrongColumns) : undefined,
    )
  }

  /** Writes the answer to one row, and all that is known about it when it is a wrong person. */
  async write(row: TestRow, decisions: { default: Decision; bold: Decision }, data: TestData): Promise<void> {
    await this.answers?.write(answerCells(row.cells.row_id, decisions.default))
    if (!this.wrong || !row.label) return
    for (const point of ['default', 'bold'] as const) {
      const decision = decisions[point]
      if (judge(row.label, decision) !== 'wrongPerson') continue
      const facts = [row.cells, row.label, decision, data.find(decision.personId ?? ''), row.subject]
      await this.wrong.write([data.words, point, ...facts.map((fact) => JSON.stringify(fact) ?? '')])
    }
  }

  async end(): Promise<void> {
    await this.answers?.end()
    await this.wrong?.end()
  }
}

/** One line of answers: the engine’s view, before anything is withheld from a provider. */
export function answerCells(rowId: string, decision: Decision): string[] {
  const { decision: word, candidates, personId = '', askedField = '', namedField = '' } = decision
  const ids = word === 'AMBIGUOUS' ? candidates.map((candidate) => candidate.personId).join('|') : personId
  return [rowId, word, word === 'NOT_FOUND' ? '' : ids, askedField, namedField]
}
