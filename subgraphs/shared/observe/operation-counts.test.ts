import { observeLimits } from './limits.js'
import { countedName, OperationCounts } from './operation-counts.js'
import { registry } from './registry.js'

test('operations are counted by name until there are too many names, and then together', async () => {
  const counts = new OperationCounts('bounded')
  for (let number = 0; number < observeLimits.operations + 20; number += 1) counts.count(`Made${number}`, 0.01, [])
  expect(countedName('Made0')).toBe('Made0')
  expect(countedName('Another')).toBe('others')
  const lines = (await registry.metrics()).match(/^creditgraph_operation_seconds_count\{part="bounded".*$/gm) ?? []
  expect(lines).toHaveLength(observeLimits.operations + 1)
  expect(lines.at(-1)).toBe('creditgraph_operation_seconds_count{part="bounded",operation="others"} 20')
})
