import type { MikroORM } from '@mikro-orm/postgresql'
import { type Request, Router } from 'express'
import { validate } from 'uuid'
import type { ViewerClaims } from '../../../subgraphs/reference/viewer.js'
import { badInput, forbidden, notFound } from '../../../subgraphs/shared/errors.js'
import type { Log } from '../../../subgraphs/shared/log.js'
import type { OwnedKey } from '../../../subgraphs/shared/security/keys.js'
import { issueAccessToken } from '../../session/access-token.js'
import { type Authenticator, refuseForeignPage } from '../../session/authenticate.js'
import { setSession } from '../../session/cookie.js'
import { answeringJson, personOf, readMembers } from '../../web/answer-json.js'
import { isSecure } from '../../web/is-secure.js'
import { askForAccount, readAsk } from './ask-for-account.js'
import { decideRequest, inviteAgain, takeInvitation } from './decide-request.js'
import { PartnerRequest } from './partner-request.js'

export interface PartnerRequestRoutes {
  orm: MikroORM
  authenticator: Authenticator
  signing: OwnedKey
  log: Log
}

/** Those that wait come first, then the latest. */
const shownAtOnce = 100

/**
 * Asking for the account of a partner (`POST /partner-requests`), the operators’ list of who asked (`GET`), their decisions
 * (`POST /partner-requests/ID/decision`, `/invitation`), and signing in by an invitation (`POST /invitations`).
 */
export function partnerRequestRoutes({ orm, authenticator, signing, log }: PartnerRequestRoutes): Router {
  const routes = Router()
  const answering = answeringJson(log)
  const list = async () => ({ requests: (await newest(orm)).map(shown) })
  routes.post(
    '/partner-requests',
    answering(async (request) => {
      refuseForeignPage(request)
      await askForAccount(orm.em.fork(), readAsk(await readMembers(request)), new Date())
      return { status: 'WAITS' }
    }, 202),
  )
  routes.get(
    '/partner-requests',
    answering(async (request) => {
      await operatorOf(authenticator, request)
      return list()
    }),
  )
  routes.post(
    '/partner-requests/:id/decision',
    answering(async (request) => {
      const { accountId: by } = await operatorOf(authenticator, request)
      const { decision } = await readMembers(request)
      if (decision !== 'ACCEPTED' && decision !== 'DECLINED') throw badInput('Decide ACCEPTED or DECLINED.')
      const code = await decideRequest(orm.em.fork(), { requestId: idIn(request), decision, by }, new Date())
      return { ...(code !== undefined && { invitation: addressOf(code) }), ...(await list()) }
    }),
  )
  routes.post(
    '/partner-requests/:id/invitation',
    answering(async (request) => {
      await operatorOf(authenticator, request)
      return { invitation: addressOf(await inviteAgain(orm.em.fork(), idIn(request), new Date())), ...(await list()) }
    }),
  )
  routes.post(
    '/invitations',
    answering(async (request, response) => {
      refuseForeignPage(request)
      const { code } = await readMembers(request)
      if (typeof code !== 'string') throw badInput('Send the code of the invitation.')
      const accountId = await takeInvitation(orm.em.fork(), code, new Date())
      const token = await issueAccessToken(signing, accountId, new Date())
      response.setHeader('set-cookie', setSession(token, isSecure(request)))
      return { accountId }
    }),
  )
  return routes
}

/** Behind the #, so that no server on the way writes the code down. */
const addressOf = (code: string) => `/partner/welcome#${code}`

async function operatorOf(authenticator: Authenticator, request: Request): Promise<ViewerClaims> {
  const claims = await personOf(authenticator, request)
  if (claims.role !== 'OPERATOR') throw forbidden('Only operators of the platform can do that.')
  return claims
}

function idIn({ params }: Request): string {
  if (validate(params.id)) return String(params.id)
  throw notFound('There is no such request.')
}

const newest = (orm: MikroORM) =>
  orm.em
    .fork()
    .find(PartnerRequest, {}, { orderBy: [{ decidedAt: 'desc nulls first' }, { askedAt: 'desc' }], limit: shownAtOnce })

const shown = ({ invitationHash, ...request }: PartnerRequest) => ({
  requestId: request.requestId,
  name: request.name,
  organization: request.organization,
  email: request.email,
  purpose: request.purpose,
  askedAt: request.askedAt,
  decision: request.decision ?? null,
  decidedBy: request.decidedBy ?? null,
  decidedAt: request.decidedAt ?? null,
  accountId: request.accountId ?? null,
  invitationEndsAt: invitationHash ? (request.invitationEndsAt ?? null) : null,
})
