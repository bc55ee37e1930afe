import { refusalBy } from '../../reference/access.js'
import { fromGlobalId } from '../../shared/node/global-id.js'
import { asNode } from '../../shared/node/node.js'
import { everybody } from '../../shared/policy/access-rule.js'
import type { CreditsContext } from '../context.js'
import { nodeTypes } from './node-types.js'

/**
 * The objects that global ids stand for, in order; null for what is not there and for what the viewer may not see, so that
 * the one cannot be told from the other. Each type is looked up once.
 */
export async function findNodes(ids: readonly string[], context: CreditsContext): Promise<(object | null)[]> {
  const keysByType = new Map<string, Set<string>>()
  const references = ids.map(fromGlobalId)
  for (const reference of references) {
    if (!reference || !mayBeFound(reference.type, reference.key, context)) continue
    const keys = keysByType.get(reference.type) ?? new Set()
    keysByType.set(reference.type, keys.add(reference.key))
  }
  const found = new Map<string, object>()
  await Promise.all(
    [...keysByType].map(async ([type, wanted]) => {
      const keys = [...wanted]
      const objects = (await nodeTypes[type]?.find(keys, context)) ?? []
      for (const [index, object] of objects.entries())
        if (object) found.set(`${type}:${keys[index]}`, asNode(type, object))
    }),
  )
  return references.map((reference) => (reference && found.get(`${reference.type}:${reference.key}`)) ?? null)
}

function mayBeFound(type: string, key: string, { viewer }: CreditsContext): boolean {
  const known = Object.hasOwn(nodeTypes, type) ? nodeTypes[type] : undefined
  if (!known?.isKey(key)) return false
  return known.access === everybody || refusalBy(known.access, viewer.claims) === undefined
}
