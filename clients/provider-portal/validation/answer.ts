import type {
  ClaimField,
  LearnerIdentificationInput,
  MatchDecision,
  LearnerAnswerFragment as Validation,
} from '../../graphql/graphql'
import { stateName } from '../../shared/credit/states'
import type { Problem } from '../../shared/graph/problem'
import type { Tone } from '../../shared/ui/badge'
import type { FieldIssue } from '../../shared/ui/field'
import type { LearnerField, Missing } from './typed-learner'

export type { Validation }

/** What an answer is worded by. */
export type Identification = Pick<LearnerIdentificationInput, 'licensingState' | 'licenseOrNpi' | 'board'>

type Part = NonNullable<Validation['license']>
type Issue = Validation['issues'][number]

/** What is said of one learner in a word. */
export type Verdict = MatchDecision | 'CONFLICT' | 'UNREADABLE' | 'INCOMPLETE' | 'FAILED'

/** The words of the verdicts, the best first; of two parts the worse one counts. */
export const verdicts: Record<Verdict, { label: string; title: string; tone: Tone }> = {
  MATCHED: { label: 'Matched', title: 'Matched', tone: 'good' },
  AMBIGUOUS: { label: 'Not sure', title: 'Not sure which physician is meant', tone: 'warn' },
  MISMATCH: { label: 'Does not agree', title: 'Something does not agree', tone: 'bad' },
  NOT_FOUND: { label: 'Not found', title: 'Nobody fits', tone: 'bad' },
  CONFLICT: { label: 'Two physicians', title: 'Two different physicians', tone: 'bad' },
  UNREADABLE: { label: 'Cannot be read', title: 'Something cannot be read', tone: 'bad' },
  INCOMPLETE: { label: 'Incomplete', title: 'Still missing', tone: 'plain' },
  FAILED: { label: 'Not checked', title: 'Not checked', tone: 'bad' },
}

const order = Object.keys(verdicts)

/** One thing that is said: of the license, of the board, or of both. */
export interface Said {
  verdict: Verdict
  title: string
  sentences: string[]
}

/** The answer about a learner in words, with the fields that it is about. */
export interface Answer {
  verdict: Verdict
  said: Said[]
  marks: Partial<Record<LearnerField, FieldIssue>>
  /** The further field that would settle it best. */
  ask?: { field: LearnerField; why: string }
}

/** The fields of the form by the columns that issues name. */
const fieldOfColumn: Record<string, LearnerField> = {
  'First Name': 'givenName',
  'Middle Name': 'middleName',
  'Last Name': 'familyName',
  Suffix: 'suffix',
  'Date of Birth': 'birthday',
  'Licensing State': 'licensingState',
  'Licensing ID or NPI': 'licenseOrNpi',
  'Certifying Board': 'board',
  'Certifying Board ID': 'boardId',
}

const asks: Record<ClaimField, { field: LearnerField; what: string }> = {
  FIRST_NAME: { field: 'givenName', what: 'The full first name' },
  MIDDLE_NAME: { field: 'middleName', what: 'The middle name, or its initial,' },
  LAST_NAME: { field: 'familyName', what: 'The full last name' },
  SUFFIX: { field: 'suffix', what: 'A suffix such as Jr or III' },
  BIRTHDATE: { field: 'birthday', what: 'Month and day of birth' },
  STATE: { field: 'licensingState', what: 'Another state of licensure' },
  LICENSE: { field: 'licenseOrNpi', what: 'A license number or NPI' },
  NPI: { field: 'licenseOrNpi', what: 'A license number or NPI' },
  BOARD_ID: { field: 'boardId', what: 'The ID at the certifying board' },
}

/** What the graph answered, as words for a person. Pure. */
export function answerOf({ issues, license, board }: Validation, learner: Identification): Answer {
  const parts = [license, board].filter((part) => part !== null && part !== undefined)
  const said = [
    ...(issues.length > 0 ? [sayIssues(parts.length > 0 ? 'CONFLICT' : 'UNREADABLE', issues)] : []),
    ...(license ? [sayPart(license, learner, board ? 'By license' : undefined)] : []),
    ...(board ? [sayPart(board, learner, license ? `By ${learner.board}` : undefined)] : []),
  ]
  const ask = parts.map((part) => askOf(part, learner)).find(Boolean)
  return { verdict: worst(said), said, marks: marksOf([...issues, ...parts.flatMap(errorsOf)], ask), ask }
}

/** The answer about a learner who is not described far enough to be looked for. */
export function incomplete(missing: readonly Missing[]): Answer {
  const title = `${verdicts.INCOMPLETE.title}: ${missing.map(({ name }) => name).join(', ')}`
  return { verdict: 'INCOMPLETE', said: [{ verdict: 'INCOMPLETE', title, sentences: [] }], marks: {} }
}

/** The answer where there was none. */
export const failed = ({ message, hint }: Problem): Answer => ({
  verdict: 'FAILED',
  said: [{ verdict: 'FAILED', title: message, sentences: hint ? [hint] : [] }],
  marks: {},
})

/** The whole answer on one line; of a plain match there is nothing more to say. */
export function inOneLine({ said }: Answer) {
  const [only] = said
  if (said.length > 1) return said.flatMap(({ title, sentences }) => [`${title}.`, ...sentences]).join(' ')
  if (!only || only.verdict === 'MATCHED' || only.sentences.length > 0) return only?.sentences.join(' ') ?? ''
  return only.title
}

const titled = (verdict: Verdict, by?: string) => ({
  verdict,
  title: by ? `${by}: ${verdicts[verdict].label.toLowerCase()}` : verdicts[verdict].title,
})

const sayIssues = (verdict: Verdict, issues: readonly Issue[]): Said => ({
  ...titled(verdict),
  sentences: issues.map(sentenceOf),
})

function sayPart(part: Part, learner: Identification, by: string | undefined): Said {
  const ask = askOf(part, learner)
  const sentences: Record<MatchDecision, string[]> = {
    MATCHED: part.issues.map((issue) => warningOf(issue, learner)),
    AMBIGUOUS: ask ? ['Two or more physicians may fit.', ask.why] : part.issues.map(sentenceOf),
    MISMATCH: part.issues.map(sentenceOf),
    NOT_FOUND: part.issues.map(sentenceOf),
  }
  return { ...titled(part.decision, by), sentences: sentences[part.decision] }
}

const sentenceOf = ({ message, fix }: Issue) => [message, fix].filter(Boolean).join(' ')

/** The catalogue speaks of a completion; here there is none yet, and today stands for its day. */
function warningOf(issue: Issue, { licensingState }: Identification) {
  if (issue.code !== 'LICENSE_NOT_CURRENT') return sentenceOf(issue)
  const place = licensingState ? ` of ${stateName(licensingState)}` : ''
  return `No license${place} is in force today; credit is taken all the same, with a note.`
}

function askOf({ askFor }: Part, learner: Identification): Answer['ask'] {
  if (!askFor) return undefined
  const { field } = asks[askFor]
  const isWrong = field === 'licenseOrNpi' && Boolean(learner.licenseOrNpi)
  const what = isWrong ? 'The right license number or NPI in place of what stands there' : asks[askFor].what
  return { field, why: `${what} would settle it.` }
}

const errorsOf = ({ decision, issues }: Part) => (decision === 'MISMATCH' || decision === 'NOT_FOUND' ? issues : [])

function marksOf(issues: readonly Issue[], ask: Answer['ask']) {
  const marks: Answer['marks'] = {}
  for (const issue of issues) {
    const field = fieldOfColumn[issue.column ?? '']
    if (field) marks[field] ??= { tone: 'error', text: sentenceOf(issue) }
  }
  if (ask) marks[ask.field] ??= { tone: 'warning', text: ask.why }
  return marks
}

const worst = (said: readonly Said[]) =>
  said.reduce<Verdict>(
    (found, { verdict }) => (order.indexOf(verdict) > order.indexOf(found) ? verdict : found),
    'MATCHED',
  )
