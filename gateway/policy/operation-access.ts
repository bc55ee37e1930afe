import type { GraphQLError, OperationDefinitionNode } from 'graphql'
import { refusalBy } from '../../subgraphs/reference/access.js'
import type { ViewerClaims } from '../../subgraphs/reference/viewer.js'
import { stopping } from '../graph/stopping.js'
import { collectRules, type NeededRule, type ReadOperation } from './collect-rules.js'
import { asksForSchema, refusalToExplore } from './exploration.js'
import type { AccessRules } from './supergraph-access.js'

/** What is null for nobody, so that pages can ask who is signed in before anybody is. */
const absentForNobody: ReadonlySet<string> = new Set(['Query.viewer'])

interface Needs {
  rules: readonly NeededRule[]
  rulesForNobody: readonly NeededRule[]
  schema: boolean
}

/** Knows what each operation needs whoever runs it to be: found out once for an operation, and held against every viewer. */
export class OperationAccess {
  private readonly known = new WeakMap<OperationDefinitionNode, Needs>()

  constructor(
    private readonly rules: AccessRules,
    /** True where developers work, who may look at the schema whoever they are. */
    private readonly isDevelopment: boolean,
  ) {}

  /** Why whoever has these claims may not run an operation, with its status; undefined where they may. */
  refusal(read: ReadOperation, claims: ViewerClaims | undefined): GraphQLError | undefined {
    const needs = this.needsOf(read)
    for (const { rule, path } of claims ? needs.rules : needs.rulesForNobody) {
      const refused = refusalBy(rule, claims)
      if (refused) return stopping(refused, path)
    }
    const refused = needs.schema && !this.isDevelopment ? refusalToExplore(claims) : undefined
    return refused && stopping(refused)
  }

  private needsOf(read: ReadOperation): Needs {
    const known = this.known.get(read.operation)
    if (known) return known
    const needs = {
      rules: collectRules(read, this.rules),
      rulesForNobody: collectRules(read, this.rules, absentForNobody),
      schema: asksForSchema(read),
    }
    this.known.set(read.operation, needs)
    return needs
  }
}
