import type { RequestListener } from 'node:http'
import { isForSandbox } from '../../api-key/key-text.js'
import type { Sandbox } from './sandbox.js'

/** Hands requests with a key to the sandbox to it before anything else looks at them, and all others on. */
export function sandboxFirst(sandbox: Sandbox | undefined, others: RequestListener): RequestListener {
  if (!sandbox) return others
  return (request, response) =>
    (isForSandbox(request.headers.authorization) ? sandbox.listener : others)(request, response)
}
