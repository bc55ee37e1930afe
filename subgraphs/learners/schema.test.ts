import { buildLearners, printLearners } from './schema.js'

test('the schema of the subgraph builds and names its entity', async () => {
  await expect(printLearners()).resolves.toContain('type Learner @key(fields: "learnerId")')
  expect((await buildLearners()).getType('Learner')).toBeDefined()
})
