import type { MikroORM } from '@mikro-orm/postgresql'
import { type Request, type RequestHandler, type Response, Router, urlencoded } from 'express'
import { notFound } from '../../subgraphs/shared/errors.js'
import type { OwnedKey } from '../../subgraphs/shared/security/keys.js'
import { Account } from '../account/account.js'
import { issueAccessToken } from './access-token.js'
import { clearSession, setSession } from './cookie.js'

export interface SignInOptions {
  orm: MikroORM
  signing: OwnedKey
  /** True when the people of the demonstration may sign in without a secret. */
  demoSignIn: boolean
}

/** Signing in as one of the people of the demonstration, and signing out. */
export function signInRoutes({ orm, signing, demoSignIn }: SignInOptions): Router {
  const routes = Router()
  const form = urlencoded({ extended: false, limit: '4kb' })
  if (demoSignIn)
    routes.post(
      '/sign-in',
      form,
      handled((request, response) => signIn(request, response, orm, signing)),
    )
  routes.post('/sign-out', form, (request, response) => {
    response.setHeader('set-cookie', clearSession())
    response.redirect(303, localPath(request.body?.to))
  })
  return routes
}

async function signIn(request: Request, response: Response, orm: MikroORM, signing: OwnedKey): Promise<void> {
  const accountId = String(request.body?.account ?? '')
  const account = await orm.em.fork().findOne(Account, { accountId })
  if (!account) throw notFound('There is no such person in the demonstration.')
  response.setHeader('set-cookie', setSession(await issueAccessToken(signing, accountId, new Date()), request.secure))
  response.redirect(303, localPath(request.body?.to ?? request.query.to))
}

/** A path on this site, so that a link cannot send anybody elsewhere. */
export function localPath(to: unknown): string {
  const text = typeof to === 'string' ? to : ''
  return /^\/(?![/\\])[\w\-./?=&%~:+]*$/.test(text) ? text : '/'
}

const handled =
  (handler: (request: Request, response: Response) => Promise<void>): RequestHandler =>
  (request, response, next) => {
    handler(request, response).catch(next)
  }
