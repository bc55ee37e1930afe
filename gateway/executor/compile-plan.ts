import type { PlanNode, ResponsePath } from '@apollo/query-planner'
import type { GraphQLSchema } from 'graphql'
import type { Source } from '../data-source/subgraph-source.js'
import { compileFetch } from './compile-fetch.js'
import type { Step } from './run.js'
import { targetsAt } from './targets.js'
import { Unsupported } from './unsupported.js'

/** What a plan needs of the gateway. */
export interface PlanParts {
  supergraphSchema: GraphQLSchema
  sourceOf: (subgraph: string) => Source | undefined
}

/** Makes the steps of a plan; `path` is where in the answer they stand. Refuses what is left to the stock executor. */
export function compilePlan(node: PlanNode, path: ResponsePath, parts: PlanParts): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, path, parts)
    case 'Sequence':
      return inSequence(node.nodes.map((inner) => compilePlan(inner, path, parts)))
    case 'Parallel':
      return atOnce(node.nodes.map((inner) => compilePlan(inner, path, parts)))
    case 'Flatten': {
      const step = compilePlan(node.node, [...path, ...node.path], parts)
      return async (run, targets) => {
        const below = targetsAt(targets, node.path)
        if (below.length) await step(run, below)
      }
    }
    case 'Condition': {
      const otherwise: Step = async () => undefined
      const whenTrue = node.ifClause ? compilePlan(node.ifClause, path, parts) : otherwise
      const whenFalse = node.elseClause ? compilePlan(node.elseClause, path, parts) : otherwise
      return (run, targets) => (run.conditions[node.condition] ? whenTrue : whenFalse)(run, targets)
    }
    default:
      throw new Unsupported(node.kind)
  }
}

const inSequence =
  (steps: readonly Step[]): Step =>
  async (run, targets) => {
    for (const step of steps) await step(run, targets)
  }

const atOnce =
  (steps: readonly Step[]): Step =>
  async (run, targets) => {
    await Promise.all(steps.map((step) => step(run, targets)))
  }
