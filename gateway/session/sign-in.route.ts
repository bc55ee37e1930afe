import type { MikroORM } from '@mikro-orm/postgresql'
import { type Request, type RequestHandler, type Response, Router, urlencoded } from 'express'
import { notFound } from '../../subgraphs/shared/errors.js'
import { isStorable } from '../../subgraphs/shared/graphql/text.js'
import type { OwnedKey } from '../../subgraphs/shared/security/keys.js'
import { Account } from '../account/account.js'
import type { SignInAttempts } from '../limits/sign-in-attempts.js'
import { isSecure } from '../web/is-secure.js'
import { webLimits } from '../web/limits.js'
import { issueAccessToken } from './access-token.js'
import { refuseForeignPage } from './authenticate.js'
import { clearSession, setSession } from './cookie.js'

export interface SignInOptions {
  orm: MikroORM
  signing: OwnedKey
  /** True when the people of the demonstration may sign in without a secret. */
  demoSignIn: boolean
  /** Counts how often somebody tries. */
  attempts: SignInAttempts
}

/** Signing in as one of the people of the demonstration, and signing out. */
export function signInRoutes({ orm, signing, demoSignIn, attempts }: SignInOptions): Router {
  const routes = Router()
  const form: RequestHandler[] = [ownPagesOnly, urlencoded({ extended: false, limit: webLimits.formBytes })]
  if (demoSignIn)
    routes.post('/sign-in', ...form, async (request: Request, response: Response) => {
      await attempts.on(String(request.body?.account ?? ''))
      await signIn(request, response, orm, signing)
    })
  routes.post('/sign-out', ...form, (request: Request, response: Response) => {
    response.setHeader('set-cookie', clearSession(isSecure(request)))
    response.redirect(303, localPath(request.body?.to))
  })
  return routes
}

async function signIn(request: Request, response: Response, orm: MikroORM, signing: OwnedKey): Promise<void> {
  const accountId = String(request.body?.account ?? '')
  const account = isStorable(accountId) ? await orm.em.fork().findOne(Account, { accountId }) : null
  if (!account) throw notFound('There is no such person in the demonstration.')
  response.setHeader(
    'set-cookie',
    setSession(await issueAccessToken(signing, accountId, new Date()), isSecure(request)),
  )
  response.redirect(303, localPath(request.body?.to ?? request.query.to))
}

// Otherwise a page elsewhere could sign somebody in as somebody else, or out.
const ownPagesOnly: RequestHandler = (request, _response, next) => {
  refuseForeignPage(request)
  next()
}

/** A path on this site, so that a link cannot send anybody elsewhere. */
export function localPath(to: unknown): string {
  const text = typeof to === 'string' ? to : ''
  return /^\/(?![/\\])[\w\-./?=&%~:+]*$/.test(text) ? text : '/'
}
