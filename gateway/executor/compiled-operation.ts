import { type Operation, operationFromDocument } from '@apollo/federation-internals'
import type { PlanNode } from '@apollo/query-planner'
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql'
import type { GatewayContext } from '../data-source/gateway-context.js'
import { answerWriter } from './answer-writer.js'
import type { Conditions } from './collected-fields.js'
import { compilePlan, type PlanParts } from './compile-plan.js'
import { conditionNames, conditionValues } from './conditions.js'
import type { ReceivedAnswers } from './fetch-request.js'
import type { GatewayParts } from './gateway-parts.js'
import type { Entity } from './representations.js'
import type { Run, Step } from './run.js'
import { SplicedOperation } from './splice/spliced-operation.js'
import { computeResponse } from './stock.js'
import { Unfitting, Unsupported } from './unsupported.js'
import { variableCheck } from './variable-check.js'
import { SplicedJson, WrittenText } from './written-json.js'

type Values = Readonly<Record<string, unknown>>

/** The answer of an operation as Apollo Server takes it. */
export interface ExecutedAnswer {
  data?: Record<string, unknown> | null
  errors?: readonly GraphQLError[]
  extensions?: Record<string, unknown>
}

export interface CompileOptions extends GatewayParts, PlanParts {
  document: DocumentNode
  operationNode: OperationDefinitionNode
  operationName: string | undefined
}

/** An operation with everything about it done once: planned, its fetches written, the layout of its answer known. */
export class CompiledOperation {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly node: OperationDefinitionNode
  private readonly operation: Operation
  private readonly plan: Step | undefined
  private readonly splicing: SplicedOperation | undefined
  private readonly conditions: readonly string[]
  private readonly writers = new Map<string, ReturnType<typeof answerWriter>>()
  /** What is wrong with given variables. */
  readonly check: (given: Values) => readonly GraphQLError[]

  /** Throws Unsupported for what is left to the stock executor. */
  constructor(options: CompileOptions) {
    const { apiSchema, schema, planner, document, operationNode, operationName } = options
    this.schema = schema
    this.document = document
    this.node = operationNode
    if (operationNode.operation === OperationTypeNode.SUBSCRIPTION) throw new Unsupported('subscription')
    // The stock executor plans with the whole document, and shapes answers by what the operation is made of.
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)
    const used = { ...document, definitions: [operationNode, ...fragments] }
    this.operation = operationFromDocument(apiSchema, used, { validate: false })
    conditionNames(this.operation, undefined)
    const { node } = planner.buildQueryPlan(operationFromDocument(apiSchema, document, { operationName }))
    if (node?.kind === 'Subscription') throw new Unsupported(node.kind)
    this.conditions = conditionNames(this.operation, node)
    this.plan = node && compilePlan(node, [], options)
    this.splicing = node && !this.conditions.length ? splicingOf(this.operation, node, options) : undefined
    this.check = variableCheck(schema, operationNode.variableDefinitions ?? [])
  }

  /** The values that decide what is left out; undefined where they are none, which the stock executor explains. */
  conditionsIn(given: Values): Conditions | undefined {
    return conditionValues(this.conditions, this.operation, given)
  }

  async run(variables: Values, conditions: Conditions, context: GatewayContext): Promise<ExecutedAnswer> {
    const received: ReceivedAnswers = []
    try {
      const spliced = await this.splicing?.run(variables, context, received)
      if (spliced) return { data: new SplicedJson(spliced) as unknown as Entity }
    } catch (error) {
      if (!(error instanceof Unfitting)) throw error
    }
    const run: Run = { variables, conditions, context, received, data: Object.create(null), errors: [] }
    if (this.plan) await this.plan(run, [run.data])
    const text = this.written(run)
    if (text === undefined) return this.shaped(run)
    // Apollo Server hands data on without looking at them, up to where they are written.
    const data = new WrittenText(text) as unknown as Entity
    return run.errors.length ? { errors: run.errors, data } : { data }
  }

  private written({ data, conditions }: Run): string | undefined {
    try {
      return this.writerFor(conditions)(data)
    } catch (error) {
      if (error instanceof Unfitting || error instanceof Unsupported) return undefined
      throw error
    }
  }

  private writerFor(conditions: Conditions): ReturnType<typeof answerWriter> {
    const key = this.conditions.map((name) => (conditions[name] ? '1' : '0')).join('')
    let writer = this.writers.get(key)
    if (!writer) {
      writer = answerWriter(this.operation, conditions)
      this.writers.set(key, writer)
    }
    return writer
  }

  /** The same as the stock executor makes of what the subgraphs have answered, its failures included. */
  private shaped({ data: input, errors, variables }: Run): ExecutedAnswer {
    try {
      const { data, errors: valueCompletion } = computeResponse({
        operation: this.operation,
        variables,
        input,
        introspectionHandling: ({ element }) => {
          throw new Unsupported(element.responseName())
        },
      })
      if (errors.length) return { errors, data }
      return valueCompletion.length ? { extensions: { valueCompletion }, data } : { data }
    } catch (error) {
      if (!(error instanceof Error)) throw error
      return {
        errors: [error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error })],
      }
    }
  }
}

/** Undefined for an operation whose answers have to be taken apart. */
function splicingOf(operation: Operation, plan: PlanNode, options: CompileOptions): SplicedOperation | undefined {
  try {
    return new SplicedOperation({ ...options, operation, plan })
  } catch (error) {
    if (error instanceof Unsupported) return undefined
    throw error
  }
}
