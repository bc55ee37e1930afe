import type { MiddlewareFn } from 'type-graphql'
import type { ProvidersContext } from '../context.js'

/** Shows a field of an activity to its provider and the operator; everybody else reads it as blank. */
export const ownOnly =
  (blank: null | [] = null): MiddlewareFn<ProvidersContext> =>
  async ({ root, context }, next) =>
    context.viewer.can('inspect', root) ? next() : blank
