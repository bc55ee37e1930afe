import { type Request, type Response, Router } from 'express'
import { GraphQLError } from 'graphql'
import {
  badRequest,
  codeOf,
  forbidden,
  isOurFault,
  quotaExceeded,
  unauthenticated,
} from '../../subgraphs/shared/errors.js'
import type { Log } from '../../subgraphs/shared/log.js'
import { currentRequestId } from '../../subgraphs/shared/observe/work.js'
import { sendFault } from '../../subgraphs/shared/service/service-format.js'
import { serviceLimits } from '../../subgraphs/shared/service/service-limits.js'
import { requireScope } from '../api-key/key-scope.js'
import { type GatewayContext, waitingOn } from '../data-source/gateway-context.js'
import { runOperation } from '../endpoint/run-operation.js'
import type { RequestCounter } from '../limits/count-requests.js'
import type { Authenticator } from '../session/authenticate.js'
import type { GraphRunner } from '../supergraph/served-graph.js'
import { Turnstile } from '../web/turnstile.js'
import { entryOf, isMeant, memberOf, type TranscriptLearner, type TranscriptRecord } from './transcript-answer.js'
import { readQuestion, readQuestionOfDays, type TranscriptQuestion } from './transcript-question.js'

export interface TranscriptServices {
  graph: GraphRunner
  authenticator: Authenticator
  /** Counts what callers ask for. */
  counter?: RequestCounter
  log: Log
}

type Values = Readonly<Record<string, unknown>>
type Asked = (text: string, variables: Values) => Promise<unknown>
type Role = 'LICENSING_BOARD' | 'PHYSICIAN'

/** How a caller sees a physician. */
interface Way {
  ask: Asked
  learner: TranscriptLearner
  role: Role
}

type Answer = (question: TranscriptQuestion, way: Way) => Promise<object>

/** Records in one answer; a narrower range of days gives the others. */
const maxRecords = 2_000

/**
 * The transcript API (5.10) for licensing boards about their licensees, and for physicians about themselves: the graph
 * answers with what the caller may see there. Refusals have `code` and `message` (W07).
 */
export function transcriptServices({ graph, authenticator, counter, log }: TranscriptServices): Router {
  const routes = Router()
  const turnstile = new Turnstile(serviceLimits.callsPerProvider, () =>
    quotaExceeded(`Send at most ${serviceLimits.callsPerProvider} calls at once.`, {
      hint: 'Wait for an answer first.',
    }),
  )
  const answering = (answer: Answer, read: typeof readQuestion) => async (request: Request, response: Response) => {
    try {
      const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
      if (!bearer) throw unauthenticated('Send your key as “Authorization: Bearer” and the key.')
      const claims = await authenticator.claimsOfBearer(bearer)
      requireScope(claims, 'credit:read')
      const { role } = claims
      if (role !== 'LICENSING_BOARD' && role !== 'PHYSICIAN')
        throw forbidden(
          'Transcripts are for licensing boards about their licensees, and for physicians about themselves.',
        )
      const leave = turnstile.enter(claims.accountId)
      try {
        const question = read(new URL(request.originalUrl, 'http://here').searchParams)
        const context = {
          claims,
          requestId: currentRequestId(),
          spend: counter?.spendingOf(request),
          ...waitingOn(response),
        }
        const ask: Asked = (text, variables) => asked(graph, text, variables, context)
        const meant = (await candidates(role, question, ask)).filter((learner) => isMeant(learner, question))
        if (meant.length > 1) throw badRequest('Several physicians fit. Add the license number or the NPI.')
        const body = await Promise.all(meant.map((learner) => answer(question, { ask, learner, role })))
        response.setHeader('cache-control', 'no-store')
        response.json(body)
      } finally {
        leave()
      }
    } catch (error) {
      if (isOurFault(codeOf(error))) log.error({ err: error }, 'transcript service failed')
      sendFault(response, error, 'JSON')
    }
  }
  routes.get(addressesOf('GetLearnerTranscriptbyLearner'), answering(transcriptOf, readQuestion))
  routes.get(addressesOf('GetLearnerTranscriptCreditsByDate'), answering(creditsByDate, readQuestionOfDays))
  return routes
}

const addressesOf = (operation: string) => [`/services/${operation}`, `/services/:service/${operation}`]

/** The data of an operation. Throws the first of its errors. */
async function asked(graph: TranscriptServices['graph'], text: string, variables: Values, context: GatewayContext) {
  const { data, errors } = await runOperation(graph, { text, name: 'Transcript' }, variables, context)
  const [error] = errors
  if (error) throw new GraphQLError(error.message, { extensions: { code: error.code, hint: error.hint } })
  return data
}

const learnerFields = `learnerId givenName middleName familyName suffix npi
  licenses { state licenseNumber board { code } } certifications { boardId board { code } }`

const licenseesText = `query Transcript($search: String!) { licensees(first: 50, search: $search) { edges { node { ${learnerFields} } } } }`
const selfText = `query Transcript { viewer { learner { ${learnerFields} } } }`

/** The physicians of whom the caller may ask, and who may be meant. */
async function candidates(role: Role, question: TranscriptQuestion, ask: Asked): Promise<TranscriptLearner[]> {
  if (role === 'PHYSICIAN') {
    const { viewer } = (await ask(selfText, {})) as { viewer: { learner: TranscriptLearner | null } }
    return viewer.learner ? [viewer.learner] : []
  }
  const { firstName, lastName, stateMedicalLicenseID = '' } = question
  const search = [stateMedicalLicenseID.replace(/\s/g, ''), lastName, firstName].filter(Boolean).join(' ')
  const { licensees } = (await ask(licenseesText, { search })) as {
    licensees: { edges: { node: TranscriptLearner }[] }
  }
  return licensees.edges.map(({ node }) => node)
}

/** Asks for fields of a physician whom the caller may see, by the way that is the caller’s. */
async function ofLearner<Found>(variables: string, fields: string, values: Values, { ask, learner, role }: Way) {
  if (role === 'PHYSICIAN') {
    const text = `query Transcript(${variables}) { viewer { learner { ${fields} } } }`
    const { viewer } = (await ask(text, values)) as { viewer: { learner: Found } }
    return viewer.learner
  }
  const text = `query Transcript($learnerId: ID!, ${variables}) { licensee(learnerId: $learnerId) { ${fields} } }`
  const { licensee } = (await ask(text, { ...values, learnerId: learner.learnerId })) as { licensee: Found }
  return licensee
}

const recordFields = `completions(first: 100, from: $from, to: $to, after: $after) {
  edges { node { completedOn activity { activityId title } provider { providerId name }
    cme { partId credits status } moc { partId points status board { code } } } }
  pageInfo { hasNextPage endCursor } }`

interface RecordPage {
  completions: {
    edges: { node: TranscriptRecord }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

const transcriptOf: Answer = async ({ from, to }, way) => {
  const records: TranscriptRecord[] = []
  let after: string | null = null
  do {
    const variables = '$from: Date, $to: Date, $after: String'
    const page: RecordPage = await ofLearner<RecordPage>(variables, recordFields, { from, to, after }, way)
    const { edges, pageInfo } = page.completions
    records.push(...edges.map(({ node }) => node))
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    if (after && records.length >= maxRecords)
      throw badRequest(`There are more than ${maxRecords} records. Ask for fewer days at once.`)
  } while (after)
  return { Member: memberOf(way.learner), ActivityTranscript: records.flatMap(entryOf) }
}

const creditsByDate: Answer = async ({ from, to }, way) => {
  const found = await ofLearner<{ creditSummary: { credits: number } }>(
    '$from: Date!, $to: Date!',
    'creditSummary(from: $from, to: $to) { credits }',
    { from, to },
    way,
  )
  return { Name: memberOf(way.learner).Name, totalCredits: found.creditSummary.credits, unit: 'Point' }
}
