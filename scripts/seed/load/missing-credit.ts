import { nextStepOn } from '../../../subgraphs/credits/missing-credit/clock.js'
import type { TableRows } from '../../../subgraphs/shared/postgres/copy-rows.js'
import type { Cell } from '../../../subgraphs/shared/postgres/copy-text.js'
import { type DemoRequest, type DemoStep, demoRequests } from '../credit/demo-requests.js'
import { dayText, instantText } from '../day.js'
import type { World } from '../world.js'

/** Requests for missing credit, and what has happened to them. */
export function missingCreditTables(world: World): TableRows[] {
  return [
    {
      table: 'credit_request',
      columns:
        'request_id learner_id provider_id activity_id described completed_on quarters given_name family_name licensing_state license_number state asked_on clock_steps next_step_on reason words completion_id asked_at ended_at'.split(
          ' ',
        ),
      rows: () => demoRequests(world).map((request) => requestRow(world, request)),
    },
    {
      table: 'credit_request_step',
      columns: 'request_id sequence kind by_account by_name words at'.split(' '),
      rows: () => demoRequests(world).flatMap((request) => stepRows(world, request)),
    },
  ]
}

function requestRow({ physicians }: World, request: DemoRequest): Cell[] {
  const { givenName, familyName } = physicians.personAt(request.physician)
  const [license] = physicians.careerAt(request.physician).licenses
  const askedOn = dayText(request.askedOn)
  const [asked] = request.steps
  return [
    request.requestId,
    physicians.learnerIdAt(request.physician),
    request.providerId,
    request.activityId,
    request.described,
    dayText(request.completedOn),
    request.quarters,
    givenName,
    familyName,
    license?.state ?? '',
    license?.number ?? '',
    request.state,
    askedOn,
    request.clockSteps,
    request.endedAtMs ? null : nextStepOn(askedOn, request.clockSteps),
    request.reason ?? null,
    request.words ?? null,
    request.completionId ?? null,
    asked ? instantText(asked.atMs) : null,
    request.endedAtMs ? instantText(request.endedAtMs) : null,
  ]
}

function stepRows(world: World, { requestId, physician, steps }: DemoRequest): Cell[][] {
  return steps.map(({ kind, by, words, atMs }, place) => {
    const [account, name] = authorOf(world, physician, by)
    return [requestId, place + 1, kind, account, name, words ?? null, instantText(atMs)]
  })
}

const names: Partial<Record<NonNullable<DemoStep['by']>, [account: string, name: string]>> = {
  dee: ['dee', 'Dee Marchetti'],
  bo: ['bo', 'Bo Lindqvist'],
  provider: ['seed', 'The provider'],
}

function authorOf({ physicians }: World, physician: number, by: DemoStep['by']): [Cell, Cell] {
  if (!by) return [null, null]
  const { givenName, familyName } = physicians.personAt(physician)
  return names[by] ?? ['seed', `${givenName} ${familyName}`]
}
