import type { MikroORM } from '@mikro-orm/postgresql'
import { type Request, type Response, Router } from 'express'
import { codeOf } from '../../subgraphs/shared/errors.js'
import { readText } from '../../subgraphs/shared/http/read-text.js'
import { sendError, sendJson } from '../../subgraphs/shared/http/send.js'
import type { Log } from '../../subgraphs/shared/log.js'
import type { OwnedKey } from '../../subgraphs/shared/security/keys.js'
import { Account } from '../account/account.js'
import { webLimits } from '../web/limits.js'
import { type KeyScope, keyScopesOf } from './key-scope.js'
import { issueProgramToken, programTokenSeconds } from './program-token.js'
import { Programs } from './programs.js'
import { readTokenRequest, TokenRefusal, type TokenRequest, unknownClient } from './token-request.js'

export interface TokenRoutes {
  orm: MikroORM
  signing: OwnedKey
  verifying: OwnedKey
  log: Log
}

const formType = /^application\/x-www-form-urlencoded\b/i

/**
 * OAuth for programs: `POST /oauth/token` gives a token of fifteen minutes for a key (RFC 6749, 4.4: client credentials). The
 * client id is what stands before the point of the key, the client secret what stands behind it.
 */
export function tokenRoutes({ orm, signing, verifying, log }: TokenRoutes): Router {
  const now = () => new Date()
  const programs = new Programs(orm, verifying, now, 'LIVE')

  async function give({ keyId, secret, scopes }: TokenRequest): Promise<object> {
    const key = await programs.keyOf(keyId, secret)
    const account = key && (await orm.em.fork().findOne(Account, { accountId: key.accountId }))
    if (!account) throw unknownClient()
    const own = key.scopes ?? keyScopesOf(key.sandboxRole ?? account.role)
    const granted = scopes ?? own
    const wrong = granted.find((scope) => !own.includes(scope as KeyScope))
    if (wrong !== undefined) throw new TokenRefusal('invalid_scope', `The key has the scopes ${own.join(' ')}.`)
    const token = await issueProgramToken(signing, { keyId, scopes: granted }, key.mode(), now())
    return { access_token: token, token_type: 'Bearer', expires_in: programTokenSeconds, scope: granted.join(' ') }
  }

  const routes = Router()
  routes.post('/oauth/token', async (request: Request, response: Response) => {
    const { authorization } = request.headers
    response.setHeader('cache-control', 'no-store')
    try {
      if (!formType.test(request.headers['content-type'] ?? ''))
        throw new TokenRefusal('invalid_request', 'Send a form: application/x-www-form-urlencoded.')
      const { text } = await readText(request, webLimits.formBytes)
      sendJson(response, 200, await give(readTokenRequest(new URLSearchParams(text), authorization)))
    } catch (error) {
      if (error instanceof TokenRefusal) refuse(response, error, authorization !== undefined)
      else if (codeOf(error) === 'BAD_REQUEST' || codeOf(error) === 'PAYLOAD_TOO_LARGE')
        refuse(response, new TokenRefusal('invalid_request', 'The form cannot be read.'), false)
      else sendError(response, error, log)
    }
  })
  return routes
}

function refuse(response: Response, { code, message }: TokenRefusal, isByHeader: boolean): void {
  if (code === 'invalid_client' && isByHeader) response.setHeader('www-authenticate', 'Basic realm="creditgraph"')
  sendJson(response, code === 'invalid_client' ? 401 : 400, { error: code, error_description: message })
}
