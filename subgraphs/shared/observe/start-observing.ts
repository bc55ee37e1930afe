import type { IncomingMessage, ServerResponse } from 'node:http'
import { collectDefaultMetrics } from 'prom-client'
import { listen } from '../http/server.js'
import type { ObserveConfig } from './observe-config.js'
import { registry } from './registry.js'
import { thresholds } from './thresholds.js'

/** Lets a process be watched from outside, as far as it was told to be; the answer ends it. */
export async function startObserving(config: ObserveConfig): Promise<() => Promise<void>> {
  Object.assign(thresholds, config.thresholds)
  const stopTracing = config.tracing && (await (await import('./start-tracing.js')).startTracing(config.tracing))
  const metrics = config.metrics && (await serveMetrics(config.metrics))
  return async () => {
    await metrics?.close(0)
    await stopTracing?.()
  }
}

/** Serves the metrics of this process at an address of its own, which is for those who run the platform alone. */
export function serveMetrics({ host, port }: { host: string; port: number }) {
  if (!registry.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics({ register: registry })
  return listen({ host, port, handler: answer })
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url !== '/metrics') {
    response.statusCode = 404
    response.end()
    return
  }
  response.setHeader('content-type', registry.contentType)
  response.end(await registry.metrics())
}
