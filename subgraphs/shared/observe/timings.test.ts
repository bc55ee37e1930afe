import { Histogram, Registry } from 'prom-client'
import { Timings } from './timings.js'

const told = {
  name: 'some_seconds',
  help: 'Some.',
  labelNames: ['part', 'operation'] as const,
  buckets: [0.01, 0.1, 1],
}
const values = [0.001, 0.01, 0.0101, 0.5, 1, 1.5, 0, 99]

test('what is read is to the letter what prom-client tells', async () => {
  const [own, others] = [new Registry(), new Registry()]
  const timings = new Timings({ ...told, registers: [own] })
  const histogram = new Histogram({ ...told, labelNames: [...told.labelNames], registers: [others] })
  for (const labels of [
    ['gateway', 'Search'],
    ['gateway', 'a "quoted"\nname'],
  ] as const)
    for (const value of values) {
      timings.labels(...labels).observe(value)
      histogram.labels(...labels).observe(value)
    }
  expect(await own.metrics()).toBe(await others.metrics())
  expect(await own.metrics()).toContain('some_seconds_bucket{le="0.01",part="gateway",operation="Search"} 3')
})

test('a series is found again by its labels, and begins anew when it is reset', async () => {
  const registry = new Registry()
  const timings = new Timings({ ...told, registers: [registry] })
  expect(timings.labels('gateway', 'Search')).toBe(timings.labels('gateway', 'Search'))
  timings.labels('gateway', 'Search').observe(2)
  registry.resetMetrics()
  expect(await registry.metrics()).toContain('some_seconds_count{part="gateway",operation="Search"} 0')
})
