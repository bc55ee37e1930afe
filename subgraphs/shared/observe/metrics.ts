import { Counter, Histogram } from 'prom-client'
import { Looked } from './looked.js'
import { registers } from './registry.js'
import { Timings } from './timings.js'

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** How long operations took; those of callers that sent their own text are counted as one. */
export const operationSeconds = new Timings({
  name: 'creditgraph_operation_seconds',
  help: 'Operations by their registered names, until their answer was handed to the network.',
  labelNames: ['part', 'operation'] as const,
  buckets: seconds,
  registers,
})

/** What callers of operations were told went wrong. */
export const operationErrors = new Counter({
  name: 'creditgraph_operation_errors_total',
  help: 'Operations with an error of a code in their answer.',
  labelNames: ['part', 'operation', 'code'] as const,
  registers,
})

/** All requests, operations or not. */
export const httpRequests = new Counter({
  name: 'creditgraph_http_requests_total',
  help: 'Requests by the status of their answer; 0 where the caller has hung up before.',
  labelNames: ['part', 'status'] as const,
  registers,
})

/** How long other parts took to answer. */
export const fetchSeconds = new Timings({
  name: 'creditgraph_fetch_seconds',
  help: 'Requests to subgraphs, until their answer was read.',
  labelNames: ['subgraph'] as const,
  buckets: seconds,
  registers,
})

/** Requests to other parts that came to nothing. */
export const fetchErrors = new Counter({
  name: 'creditgraph_fetch_errors_total',
  help: 'Requests to subgraphs that had no answer, or one that says that the subgraph has failed.',
  labelNames: ['subgraph'] as const,
  registers,
})

/** How long databases took. */
export const statementSeconds = new Timings({
  name: 'creditgraph_sql_seconds',
  help: 'Statements, by database, from when they were sent.',
  labelNames: ['database'] as const,
  buckets: seconds,
  registers,
})

/** How long jobs took. */
export const jobSeconds = new Histogram({
  name: 'creditgraph_job_seconds',
  help: 'Attempts to do a job, by its kind and how they ended.',
  labelNames: ['queue', 'outcome'] as const,
  buckets: [0.01, 0.1, 1, 10, 60, 600, 3_600],
  registers,
})

/** 0 where a subgraph is asked, 1 while it is left alone because it failed again and again. */
export const circuitState = new Looked(
  'creditgraph_circuit_open',
  'Whether a subgraph is left alone because it failed again and again.',
  ['subgraph'],
)

/** Jobs that wait and that are being worked on. */
export const queueDepth = new Looked('creditgraph_queue_jobs', 'Jobs by kind and state.', ['queue', 'state'])

/** Connections to a database. */
export const poolUse = new Looked(
  'creditgraph_pool_connections',
  'Connections to a database in use and idle, and requests that wait for one.',
  ['database', 'state'],
)
