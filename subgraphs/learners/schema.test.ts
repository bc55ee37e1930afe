import { buildLearners, printLearners } from './schema.js'

test('the schema of the subgraph builds and names its entity', async () => {
  await expect(printLearners()).resolves.toContain('type Learner implements Node @key(fields: "learnerId")')
  expect((await buildLearners()).getType('Learner')).toBeDefined()
})

test('what serves other parts of the platform is not in the public graph', async () => {
  const sdl = await printLearners()
  for (const field of ['matchLearners', 'learnerLicenseFacts', 'learnerMergeFacts', 'learnerEvents']) {
    expect(sdl).toMatch(new RegExp(`^  ${field}\\((?:.*|\\n(?: {4}.*\\n)+  )\\): [^\\n]*@inaccessible`, 'm'))
  }
})
