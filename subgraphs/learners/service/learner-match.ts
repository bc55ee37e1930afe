import { centralDay } from '../../reference/central-day.js'
import { identifierCells, identifiersIn, learnerVocabulary, memberCells } from '../../reference/learner-wire.js'
import { messagesOf } from '../../shared/service/service-messages.js'
import { questionOf, type ServiceAnswer, type ServiceCall, serviceRoute } from '../../shared/service/service-route.js'
import type { WireLayout } from '../../shared/wire/wire-layout.js'
import { at, type WireRecord } from '../../shared/wire/wire-value.js'
import type { LearnersContext } from '../context.js'
import { validateLearners } from '../validation/validate-learners.js'
import type { PartValidation } from '../validation/validation-types.js'

const layout: WireLayout = {
  ...learnerVocabulary,
  envelope: ['GetLearnerMatch'],
  recordName: 'GetLearnerMatch',
  records: 'learners',
}

/** The web services of this subgraph: GetLearnerMatch, which says whether credit would find its physician. */
export const learnerServices = serviceRoute<LearnersContext>({ GetLearnerMatch: learnerMatch })

/** Asks like the validation tool, with the same answers and the same limits: nothing of anybody else (I12), nothing of credit (I13). */
async function learnerMatch(call: ServiceCall<LearnersContext>): Promise<ServiceAnswer> {
  const { em, matching, viewer, now } = call.context
  const providerId = viewer.ownProviderId()
  const question = await questionOf(call, 'GetLearnerMatch', layout)
  const given = at(question, 'GetLearnerMatch') ?? question
  const cells = { ...memberCells(given), ...identifierCells(identifiersIn(at(given, 'UniqueID'))) }
  const [validation] = await validateLearners([cells], { em, matching, providerId, today: centralDay(now()) })
  if (!validation) throw new Error('A question has no answer.')
  const { isValid, issues, license, board } = validation
  const record: WireRecord = {
    IsValid: isValid,
    Message: messagesOf(issues),
    License: license ? partRecord(license) : null,
    Board: board ? partRecord(board) : null,
  }
  return { status: 200, name: 'LearnerMatch', record }
}

const partRecord = ({ decision, askFor = null, issues }: PartValidation): WireRecord => ({
  Result: decision,
  AskFor: askFor,
  Message: messagesOf(issues),
})
