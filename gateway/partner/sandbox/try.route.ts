import { Router } from 'express'
import { badInput, isOurFault, notFound } from '../../../subgraphs/shared/errors.js'
import type { Log } from '../../../subgraphs/shared/log.js'
import type { OperationRegistry } from '../../operation/operation-registry.js'
import type { Authenticator } from '../../session/authenticate.js'
import { answeringJson, personOf, readMembers } from '../../web/answer-json.js'
import type { Sandbox } from './sandbox.js'
import { isSandboxRole, sandboxClaims, sandboxRoles } from './sandbox-viewer.js'

export interface TryRoutes {
  sandbox: Sandbox | undefined
  registry: OperationRegistry
  authenticator: Authenticator
  log: Log
}

/**
 * Where a person tries a registered operation of his or her account in the sandbox: `POST /sandbox/try` with `name`, `role` and
 * `variables` answers `data` and `errors`.
 */
export function tryRoutes({ sandbox, registry, authenticator, log }: TryRoutes): Router {
  const routes = Router()
  routes.post(
    '/sandbox/try',
    answeringJson(log)(async (request) => {
      const viewer = await personOf(authenticator, request)
      const { name, role, variables = {} } = await readMembers(request)
      if (!sandbox) throw notFound('There is no sandbox here.')
      if (!isSandboxRole(role)) throw badInput(`The sandbox is tried as ${sandboxRoles.join(', ')}.`)
      if (typeof variables !== 'object' || variables === null || Array.isArray(variables))
        throw badInput('Send the variables as one JSON object.')
      const operation = await registry.newest(viewer.accountId, String(name))
      if (!operation) throw notFound(`No operation is registered as ${String(name).slice(0, 80)}.`)
      const outcome = await sandbox.run(operation, { ...variables }, sandboxClaims(viewer, role))
      if (outcome.errors.some(({ code }) => isOurFault(code)))
        log.warn({ operation: name }, 'a try in the sandbox failed')
      return outcome
    }),
  )
  return routes
}
