import type { MikroORM } from '@mikro-orm/postgresql'
import { Router } from 'express'
import { scopesOfRole } from '../../subgraphs/reference/scopes.js'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { badInput } from '../../subgraphs/shared/errors.js'
import type { Log } from '../../subgraphs/shared/log.js'
import { isSandboxRole, sandboxRoles } from '../partner/sandbox/sandbox-viewer.js'
import type { Authenticator } from '../session/authenticate.js'
import { answeringJson, personOf, readMembers } from '../web/answer-json.js'
import type { ApiKey } from './api-key.js'
import { apiKeysOf, issueApiKey, type KeyWish, maxDays, maxLiveKeys, revokeApiKey } from './issue-api-key.js'
import { type KeyScope, keyScopes, keyScopesOf } from './key-scope.js'
import { clientIdOf } from './key-text.js'

export interface KeyRoutes {
  orm: MikroORM
  authenticator: Authenticator
  /** True where there is a sandbox to make keys for. */
  hasSandbox: boolean
  /** Lets a key that was revoked be refused at once. */
  forget: () => void
  log: Log
}

const defaultDays = 365

/**
 * Where a person makes, lists and revokes the keys of his or her account: `GET /keys`, `POST /keys` with `label`, `days`,
 * `scopes` and, for a key to the sandbox, `sandboxRole`, and `DELETE /keys/ID`. A program cannot.
 */
export function keyRoutes({ orm, authenticator, hasSandbox, forget, log }: KeyRoutes): Router {
  const routes = Router()
  const answering = answeringJson(log)
  const list = async ({ accountId, role }: ViewerClaims) => ({
    maxLive: maxLiveKeys,
    maxDays,
    defaultDays,
    scopes: scopesWithWords(keyScopesOf(role)),
    sandbox: hasSandbox ? sandboxRoles.map((of) => ({ role: of, scopes: scopesWithWords(scopesOfRole(of)) })) : [],
    keys: (await apiKeysOf(orm.em.fork(), accountId)).map((key) => shown(key, new Date())),
  })
  routes.get(
    '/keys',
    answering(async (request) => list(await personOf(authenticator, request))),
  )
  routes.post(
    '/keys',
    answering(async (request) => {
      const viewer = await personOf(authenticator, request)
      const wish = readWish(await readMembers(request), viewer.accountId)
      if (wish.sandboxRole && !hasSandbox) throw badInput('There is no sandbox here.')
      const key = await issueApiKey(orm.em.fork(), wish, new Date())
      return { key, ...(await list(viewer)) }
    }, 201),
  )
  routes.delete(
    '/keys/:keyId',
    answering(async (request) => {
      const viewer = await personOf(authenticator, request)
      await revokeApiKey(orm.em.fork(), String(request.params.keyId), new Date(), viewer.accountId)
      forget()
      return list(viewer)
    }),
  )
  return routes
}

function readWish({ label, days, scopes, sandboxRole }: Record<string, unknown>, accountId: string): KeyWish {
  if (typeof label !== 'string') throw badInput('Say what the key is for.')
  if (days !== undefined && typeof days !== 'number')
    throw badInput('Say as a number how many days the key shall live.')
  if (!Array.isArray(scopes)) throw badInput('Choose at least one scope.')
  if (sandboxRole !== undefined && !isSandboxRole(sandboxRole))
    throw badInput(`The sandbox is tried as ${sandboxRoles.join(', ')}.`)
  return { accountId, label, days: days ?? defaultDays, scopes: scopes.map(String), sandboxRole }
}

const scopesWithWords = (names: readonly KeyScope[]) => names.map((name) => ({ name, says: keyScopes[name] }))

const shown = (key: ApiKey, now: Date) => ({
  keyId: key.keyId,
  clientId: clientIdOf(key.keyId, key.mode()),
  label: key.label,
  scopes: key.scopes ?? null,
  sandboxRole: key.sandboxRole ?? null,
  isLive: key.isLive(now),
  createdAt: key.createdAt,
  expiresAt: key.expiresAt,
  lastUsedAt: key.lastUsedAt ?? null,
  revokedAt: key.revokedAt ?? null,
})
