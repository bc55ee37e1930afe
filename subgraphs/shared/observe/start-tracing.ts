import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { TracingConfig } from './observe-config.js'
import { traceBy } from './trace.js'

const resource = defaultResource().merge(resourceFromAttributes({ 'service.name': 'creditgraph' }))

/** Sends the traces of this process to a collector; the answer sends what is left and ends it. */
export function startTracing({ endpoint, ratio }: TracingConfig): () => Promise<void> {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })
  const sampler = new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) })
  const provider = new TracerProvider({ resource, sampler, spanProcessors: [new BatchSpanProcessor({ exporter })] })
  traceBy(provider.getTracer('creditgraph'))
  return () => provider.shutdown()
}
