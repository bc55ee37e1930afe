import { readFileSync } from 'node:fs'
import { buildSchema, isInterfaceType } from 'graphql'
import { Viewer, type ViewerClaims } from '../../reference/viewer.js'
import { toGlobalId } from '../../shared/node/global-id.js'
import { Policies } from '../../shared/policy.js'
import type { CreditsContext } from '../context.js'
import { findNodes } from './find-nodes.js'
import type { Representation } from './foreign-entities.js'
import { nodeTypes } from './node-types.js'

const learnerId = '0190a000-0000-7000-8000-000000000001'
const completionId = '0190a000-0000-7000-8000-000000000002'
const person = (role: ViewerClaims['role'], scopes?: string[]): ViewerClaims => ({
  accountId: 'x',
  displayName: 'X',
  role,
  ...(scopes && { scopes }),
})

interface World {
  context: CreditsContext
  asked: { owner: string; representations: readonly Representation[] }[]
}

/** What a request of somebody works with: the owners show all of theirs but activity 200000009. */
function worldOf(claims?: ViewerClaims): World {
  const asked: World['asked'] = []
  const context: Pick<CreditsContext, 'viewer' | 'foreignEntities'> & { completions: { load: unknown } } = {
    viewer: new Viewer(claims, new Policies<Viewer>()),
    foreignEntities: async (owner, representations) => {
      asked.push({ owner, representations })
      return representations.map(({ activityId }) => activityId !== '200000009')
    },
    completions: { load: async (key: string) => (key === completionId ? { completionId } : null) },
  }
  return { context: context as unknown as CreditsContext, asked }
}

const id = (type: string, key: string) => toGlobalId({ type, key })

test('every type with a global id can be found by it', () => {
  const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'))
  const node = schema.getType('Node')
  if (!isInterfaceType(node)) throw new Error('The graph has no nodes.')
  const names = schema.getPossibleTypes(node).map(({ name }) => name)
  expect(names.sort()).toEqual(Object.keys(nodeTypes).sort())
})

test('nodes of several owners come in the order of their ids, and each owner is asked once for each type', async () => {
  const { context, asked } = worldOf(person('PHYSICIAN'))
  const ids = [
    id('Activity', '200000002'),
    id('Board', 'ME-MD'),
    id('Completion', completionId),
    id('Activity', '200000001'),
    id('Learner', learnerId),
    id('Activity', '200000002'),
  ]
  expect(await findNodes(ids, context)).toMatchObject([
    { activityId: '200000002' },
    { code: 'ME-MD' },
    { completionId },
    { activityId: '200000001' },
    { learnerId },
    { activityId: '200000002' },
  ])
  expect(asked).toEqual([
    {
      owner: 'providers',
      representations: [
        { __typename: 'Activity', activityId: '200000002' },
        { __typename: 'Activity', activityId: '200000001' },
      ],
    },
    { owner: 'learners', representations: [{ __typename: 'Learner', learnerId }] },
  ])
})

test.each<[string, string, ViewerClaims | undefined]>([
  ['what its owner does not show', id('Activity', '200000009'), person('PHYSICIAN')],
  ['what does not exist', id('Board', 'XX'), person('PHYSICIAN')],
  ['a type without nodes', id('Viewer', 'x'), person('OPERATOR')],
  ['a name of every object', id('constructor', 'x'), person('OPERATOR')],
  ['a key that is none', id('Batch', "' or true"), person('OPERATOR')],
  ['a key that no database holds', id('Activity', 'a\0'), person('OPERATOR')],
  ['a key that is too long', id('Board', 'x'.repeat(41)), person('OPERATOR')],
  ['no id at all', '200000001', person('OPERATOR')],
  ['a learner, to nobody', id('Learner', learnerId), undefined],
  ['a record, to nobody', id('Completion', completionId), undefined],
  ['a record, by a key for activities alone', id('Completion', completionId), person('PHYSICIAN', ['activities:read'])],
  [
    'a learner, by a key for activities alone',
    id('Learner', learnerId),
    person('LICENSING_BOARD', ['activities:read']),
  ],
  ['a batch, to a physician', id('Batch', learnerId), person('PHYSICIAN')],
  ['a transcript, to a board', id('Transcript', learnerId), person('LICENSING_BOARD')],
])('%s is null', async (_, given, claims) => {
  expect(await findNodes([given], worldOf(claims).context)).toEqual([null])
})
