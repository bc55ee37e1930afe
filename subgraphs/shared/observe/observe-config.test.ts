import { observeConfig } from './observe-config.js'

test('nothing is listened on and nothing is sent unless somebody says so', () => {
  expect(observeConfig({})).toEqual({ thresholds: { operationMs: 1_000, statementMs: 500 } })
})

test('the environment decides', () => {
  const environment = {
    METRICS_PORT: '9464',
    SLOW_OPERATION_MS: '250',
    SLOW_STATEMENT_MS: '0',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
    OTEL_TRACES_SAMPLER_ARG: '0.01',
  }
  expect(observeConfig(environment)).toEqual({
    thresholds: { operationMs: 250, statementMs: 0 },
    metrics: { host: '127.0.0.1', port: 9464 },
    tracing: { endpoint: 'http://127.0.0.1:4318', ratio: 0.01 },
  })
})

test.each([
  [{ METRICS_PORT: 'web' }, 'METRICS_PORT has to be a number from 0 to 65535, not "web".'],
  [{ SLOW_OPERATION_MS: '-1' }, 'SLOW_OPERATION_MS has to be a number from 0 to 3600000, not "-1".'],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://here', OTEL_TRACES_SAMPLER_ARG: '2' },
    'OTEL_TRACES_SAMPLER_ARG has to be a number from 0 to 1, not "2".',
  ],
])('%j is refused', (environment, sentence) => {
  expect(() => observeConfig(environment)).toThrow(sentence)
})
