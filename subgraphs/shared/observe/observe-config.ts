import type { Environment } from '../part.js'
import { SetupProblem } from '../postgres/setup-problem.js'
import { observeLimits } from './limits.js'
import type { Thresholds } from './thresholds.js'

export interface TracingConfig {
  /** The collector of traces, as an OTLP address without `/v1/traces`. */
  endpoint: string
  /** Which part of the traces that begin here is kept, from 0 to 1. */
  ratio: number
}

/** How a process is watched from outside. */
export interface ObserveConfig {
  thresholds: Thresholds
  /** Where its metrics are read; nowhere unless a port is given. */
  metrics?: { host: string; port: number }
  /** Where traces are sent; nowhere unless an address is given. */
  tracing?: TracingConfig
}

/** The settings that every process reads from its environment. */
export function observeConfig(environment: Environment): ObserveConfig {
  const { METRICS_PORT, METRICS_HOST, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = environment
  const number = (name: string, otherwise: number, most: number) => readNumber(environment, name, otherwise, most)
  return {
    thresholds: {
      operationMs: number('SLOW_OPERATION_MS', observeLimits.slowOperationMs, 3_600_000),
      statementMs: number('SLOW_STATEMENT_MS', observeLimits.slowStatementMs, 3_600_000),
    },
    ...(METRICS_PORT && { metrics: { host: METRICS_HOST || '127.0.0.1', port: number('METRICS_PORT', 0, 65_535) } }),
    ...(endpoint && { tracing: { endpoint, ratio: number('OTEL_TRACES_SAMPLER_ARG', 1, 1) } }),
  }
}

function readNumber(environment: Environment, name: string, otherwise: number, most: number): number {
  const text = environment[name]
  const value = text ? Number(text) : otherwise
  if (value >= 0 && value <= most) return value
  throw new SetupProblem(`${name} has to be a number from 0 to ${most}, not "${text}".`)
}
