import type { ResponsePath } from '@apollo/query-planner'
import type { Entity } from './representations.js'

/** The objects at a path below others; `@` stands for each item of a list. Nulls are nobody. */
export function targetsAt(from: readonly Entity[], path: ResponsePath): Entity[] {
  const found: Entity[] = []
  for (const entity of from) follow(entity, path, 0, found)
  return found
}

function follow(value: unknown, path: ResponsePath, index: number, found: Entity[]): void {
  if (value === null || value === undefined) return
  const step = path[index]
  if (step === undefined) {
    if (Array.isArray(value)) for (const item of value) follow(item, path, index, found)
    else found.push(value as Entity)
  } else if (step === '@') {
    if (!Array.isArray(value)) throw new TypeError('A subgraph has answered with something else than a list.')
    for (const item of value) follow(item, path, index + 1, found)
  } else {
    if (Array.isArray(value)) throw new TypeError('A subgraph has answered with a list where there is none.')
    if (Object.hasOwn(value, step)) follow((value as Entity)[step], path, index + 1, found)
  }
}
