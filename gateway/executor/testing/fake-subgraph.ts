import { readFileSync } from 'node:fs'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  parse,
} from 'graphql'
import { upstreamUnavailable } from '../../../subgraphs/shared/errors.js'
import type { SubgraphAnswer } from '../../../subgraphs/shared/http/subgraph-answer.js'
import { Received } from '../../data-source/received.js'
import type { Source, SubgraphRequest } from '../../data-source/subgraph-source.js'
import { Chance } from './chance.js'

/** How often something is not as it should be, from 0 to 1. */
export interface Trouble {
  nulls: number
  /** Nulls where there must be none. */
  holes: number
  /** Fields that fail. */
  errors: number
  /** Values that do not fit their type, which no subgraph of ours sends. */
  nonsense: number
  /** Fetches without an answer. */
  outages: number
}

type Made = Record<string, unknown>

/** A subgraph in this process: the real schema, made-up answers that depend on nothing but what is asked. */
export class FakeSubgraph implements Source {
  trouble: Trouble = { nulls: 0.1, holes: 0, errors: 0, nonsense: 0, outages: 0 }
  asked = 0
  private readonly schema: GraphQLSchema

  constructor(private readonly name: string) {
    const typeDefs = parse(readFileSync(`schema/${name}.graphql`, 'utf8'))
    this.schema = buildSubgraphSchema([{ typeDefs }])
  }

  async ask(request: SubgraphRequest, received = this.receive(request)): Promise<SubgraphAnswer> {
    return JSON.parse((await received).text) as SubgraphAnswer
  }

  async receive({ body }: SubgraphRequest): Promise<Received> {
    this.asked += 1
    // Answers come one after the other, in the order of the questions.
    await new Promise((resolve) => setImmediate(resolve))
    const { query, variables } = JSON.parse(body)
    if (new Chance(`outage ${query}`).happens(this.trouble.outages)) throw upstreamUnavailable('No answer.')
    const answer = await execute({
      schema: this.schema,
      document: parse(query),
      rootValue: { seed: this.name },
      variableValues: variables,
      fieldResolver: this.resolve,
      typeResolver: (value) => (value as Made).__typename as string,
    })
    const { data, errors } = JSON.parse(JSON.stringify(answer)) as SubgraphAnswer
    return new Received(200, Buffer.from(JSON.stringify({ data: this.withNonsense(data), errors })))
  }

  private readonly resolve: GraphQLFieldResolver<Made, unknown> = (source, args, _context, info) => {
    const { fieldName, returnType, parentType } = info
    if (fieldName in source) return source[fieldName]
    const seed = `${source.seed ?? JSON.stringify(source)} ${parentType.name}.${fieldName} ${JSON.stringify(args)}`
    const chance = new Chance(seed)
    if (chance.happens(this.trouble.errors)) {
      const code = chance.pick(['NOT_FOUND', 'FORBIDDEN', 'INTERNAL', undefined])
      return new GraphQLError(`No ${fieldName}.`, code ? { extensions: { code, hint: 'Look again.' } } : {})
    }
    return this.value(returnType, chance, seed)
  }

  private value(type: GraphQLOutputType, chance: Chance, seed: string, nulls = this.trouble.nulls): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, chance, seed, this.trouble.holes)
    if (chance.happens(nulls)) return null
    if (isListType(type)) {
      const items = Array.from({ length: chance.below(4) }, (_, index) =>
        // Some stand in a list twice.
        this.value(type.ofType, chance, `${seed} ${chance.happens(0.3) ? 0 : index}`),
      )
      return isNonNullType(type.ofType) ? items.filter((item) => item !== null) : items
    }
    if (isLeafType(type)) return this.leaf(type.name, type, chance)
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type]
    return { seed: `${seed} ${chance.below(3)}`, __typename: chance.pick(possible).name }
  }

  private leaf(name: string, type: GraphQLOutputType, chance: Chance): unknown {
    const named = getNamedType(type)
    if (isEnumType(named)) return chance.pick(named.getValues()).name
    if (name === 'Int') return chance.below(1_000) - 100
    if (name === 'Float' || name === 'Amount') return chance.below(100) / 4
    if (name === 'Boolean') return chance.happens(0.5)
    return chance.pick(['a', 'Ärztin', 'say "no"', 'back\\slash', 'two\nlines', '💉', '\u0001', '', 'x'.repeat(40)])
  }

  /** Puts in what does not fit; the same objects get the same, wherever they stand. */
  private withNonsense(value: unknown): unknown {
    if (!this.trouble.nonsense || typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((item) => this.withNonsense(item))
    const entries = Object.entries(value).map(([key, inner]) => {
      const chance = new Chance(`nonsense ${key} ${JSON.stringify(value)}`)
      // References lead to entities; without theirs nothing would be asked.
      const isKept = key === '_entities' || !chance.happens(this.trouble.nonsense)
      return [key, isKept ? this.withNonsense(inner) : nonsense(inner, chance)]
    })
    return Object.fromEntries(entries)
  }
}

function nonsense(value: unknown, chance: Chance): unknown {
  if (typeof value === 'object' && value !== null) return chance.pick([null, null, {}])
  return chance.pick([null, 5, 1.5, true, 'NO_SUCH_VALUE'])
}
