import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Viewer, type ViewerClaims } from '../../reference/viewer.js'
import { codeOf } from '../../shared/errors.js'
import { sendError } from '../../shared/http/send.js'
import { createLog } from '../../shared/log.js'
import { Policies } from '../../shared/policy.js'
import { Spool } from '../../shared/upload/spool.js'
import type { CreditsContext } from '../context.js'
import { LedgerWorld, learnerOf } from '../correction/testing/ledger-world.js'
import { routeFiles } from '../files.route.js'
import type { Owners } from '../owners/owners.js'
import { confirmRequest, pointToRecord, rejectRequest } from './answer-request.js'
import { askCredit } from './ask-credit.js'
import { CreditRequest } from './credit-request.js'
import { addCreditRequestPolicies, visibleRequests } from './credit-request.policy.js'
import { addNote, askAgain, withdrawRequest } from './follow-up.js'
import { requestLimits } from './limits.js'
import { closeRequest, remindByOperator } from './oversee-request.js'
import type { Ask } from './read-ask.js'
import { findRequest } from './record-step.js'
import type { CreditRejectionReason } from './request-words.js'
import { takeClockSteps } from './take-clock-steps.js'

const policies = new Policies<Viewer>()
addCreditRequestPolicies(policies)

/** A credits database in which physicians ask, providers answer, and somebody turns the clock. */
export class RequestWorld {
  private constructor(
    readonly ledger: LedgerWorld,
    private readonly folder: string,
  ) {}

  static async open(): Promise<RequestWorld> {
    const ledger = await LedgerWorld.open()
    const world = new RequestWorld(ledger, await mkdtemp(join(tmpdir(), 'creditgraph-certificates-')))
    for (const { activityId, providerId, title } of ledger.activities)
      await ledger.rows(
        `insert into activity_fact (activity_id, version, provider_id, provider_name, title, status, quarters, registrations, is_held)
         values (?, 1, ?, 'Northern Light', ?, 'ACTIVE', 400, '[]', false)`,
        activityId,
        providerId,
        title,
      )
    return world
  }

  readonly ada = this.person({
    accountId: 'ada',
    displayName: 'Ada Reyes',
    role: 'PROVIDER_REPORTER',
    providerId: '0008273',
  })
  readonly bo = this.person({
    accountId: 'bo',
    displayName: 'Bo Lindqvist',
    role: 'PROVIDER_REPORTER',
    providerId: '0009999',
  })
  readonly op = this.person({ accountId: 'op', displayName: 'Op Sorensen', role: 'OPERATOR' })
  readonly cy = this.person({ accountId: 'cy', displayName: 'Cy Okafor', role: 'LICENSING_BOARD', boardCode: 'ME-MD' })

  /** The physician with a number, and the boards by which he or she is certified. */
  physician(number: number, ...certifications: string[]): Person {
    const claims = { accountId: `physician-${number}`, displayName: `Dr. ${number}`, role: 'PHYSICIAN' } as const
    return this.person({ ...claims, learnerId: learnerOf(number) }, certifications)
  }

  /** Lets the clock run at noon of a day. */
  clock(day: string): Promise<number> {
    return takeClockSteps(this.ledger.orm.em.fork(), new Date(`${day}T18:00:00Z`))
  }

  /** What has happened to a request, the earliest first. */
  async history(requestId: string): Promise<string[]> {
    const steps = await this.ledger.rows<{ kind: string }>(
      'select kind from credit_request_step where request_id = ?::uuid order by sequence',
      requestId,
    )
    return steps.map(({ kind }) => kind)
  }

  /** What is told of a request. */
  async events(requestId: string): Promise<string[]> {
    const told = await this.ledger.rows<{ type: string }>(
      'select type from outbox_event where aggregateid = ? order by position',
      requestId,
    )
    return told.map(({ type }) => type)
  }

  /** The credit on the record of the physician with a number. */
  liveOf(number: number) {
    return this.ledger.rows<{ quarters: number; completionId: string; status: string }>(
      `select quarters, completion_id as "completionId", status from live_credit where learner_id = ?::uuid`,
      learnerOf(number),
    )
  }

  get certificates(): Spool {
    return new Spool(this.folder, { fileBytes: requestLimits.certificateBytes, reserveBytes: 0 })
  }

  /** Calls an address of files as somebody. */
  async calls(person: Person, path: string, init: RequestInit): Promise<Response> {
    const server = createServer((request, response) => {
      routeFiles(person.tools as CreditsContext, request, response).catch((error: unknown) =>
        sendError(response, error, createLog('test', 'silent')),
      )
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init)
    const whole = new Response(await response.arrayBuffer(), response)
    server.closeAllConnections()
    server.close()
    return whole
  }

  async close(): Promise<void> {
    await this.ledger.close()
    await rm(this.folder, { recursive: true })
  }

  private person(claims: ViewerClaims, certifications: readonly string[] = []): Person {
    return new Person(this, claims, certifications)
  }
}

/** Somebody who asks or answers; what is refused rejects with the code of the catalogue. */
export class Person {
  constructor(
    private readonly world: RequestWorld,
    readonly claims: ViewerClaims,
    private readonly certifications: readonly string[] = [],
  ) {}

  get tools() {
    const { ledger, certificates } = this.world
    const owners: Owners = {
      ...ledger.owners,
      physician: async () => ({
        givenName: 'Deirdre',
        middleName: null,
        familyName: 'Marchetti',
        suffix: null,
        degree: 'MD',
        npi: null,
        licenses: [{ state: 'ME', licenseNumber: 'MD23456', board: { code: 'ME-MD' } }],
        certifications: this.certifications.map((code) => ({
          boardId: `${code}-1`,
          status: 'ACTIVE' as const,
          board: { code },
        })),
      }),
    }
    return { ...ledger.tools({}), owners, certificates, viewer: new Viewer(this.claims, policies) }
  }

  asks(changes: Partial<Ask> = {}) {
    const ask = { activityId: '200000001', completedOn: '2026-06-20', credits: 8 }
    return coded(askCredit({ ...ask, ...changes }, this.tools))
  }

  /** Asks, and answers with the id of the request that is made. */
  async requests(changes: Partial<Ask> = {}): Promise<string> {
    const asked = await this.asks(changes)
    if (asked.outcome !== 'ASKED') throw new Error(`It was ${asked.outcome}.`)
    return asked.request.requestId
  }

  opens = (requestId: string) => coded(findRequest(this.tools.em, requestId, this.tools.viewer))
  notes = (requestId: string, words = 'I was there.') => coded(addNote(requestId, words, this.tools))
  withdraws = (requestId: string) => coded(withdrawRequest(requestId, this.tools))
  asksAgain = (requestId: string, words = 'I do have a certificate.') => coded(askAgain(requestId, words, this.tools))
  confirms = (requestId: string, activityId: string | null = null) =>
    coded(confirmRequest(requestId, activityId, this.tools))
  rejects = (requestId: string, reason: CreditRejectionReason = 'NOT_COMPLETED', words?: string) =>
    coded(rejectRequest(requestId, { reason, words: words ?? null }, this.tools))
  pointsTo = (requestId: string, completionId: string) => coded(pointToRecord(requestId, completionId, this.tools))
  reminds = (requestId: string) => coded(remindByOperator(requestId, this.tools))
  closes = (requestId: string, words = 'They do not answer.') => coded(closeRequest(requestId, words, this.tools))

  async sees(): Promise<string[]> {
    const { em, viewer } = this.tools
    const seen = await em.find(CreditRequest, visibleRequests(viewer))
    return seen.map(({ requestId }) => requestId)
  }

  /** Sends bytes as the certificate of a request, or fetches it where there are none. */
  certificate(requestId: string, bytes?: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
    return this.world.calls(this, `/credit-requests/${requestId}/certificate`, {
      headers,
      ...(bytes ? { method: 'PUT', body: bytes } : {}),
    })
  }
}

async function coded<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise
  } catch (error) {
    throw codeOf(error) ?? error
  }
}
