import { createHash } from 'node:crypto'
import { buildSubgraphSchema } from '@apollo/subgraph'
import {
  type DocumentNode,
  execute,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  parse,
} from 'graphql'

type Made = Record<string, unknown>

/** Items of a list that is no page. */
const listLength = 2

/** Stands in ids where an answer has the number of its request, so that no two requests are about the same things. */
const place = 'n@n'

/**
 * A subgraph of the real schema that has its answers ready: each operation is run once, and once for each entity that it is
 * asked about, so that next to nothing of a measurement is spent here.
 */
export class FixedSubgraph {
  private readonly schema: GraphQLSchema
  /** Answers, and entities of answers, cut where the number of the request belongs. */
  private readonly answers = new Map<string, string[]>()

  /** Each page has as many items. */
  constructor(
    sdl: string,
    private readonly pageLength: number,
  ) {
    this.schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }])
  }

  /** The JSON that answers a request. */
  async answer(body: string): Promise<string> {
    const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> }
    const lists = Object.entries(variables).filter(([, value]) => isRepresentations(value))
    const [entry, ...further] = lists
    if (!entry) return this.ready(query, JSON.stringify(variables), () => this.run(parse(query), variables))
    if (further.length) throw new Error('One fetch asks about one kind of entity.')
    const [name, representations] = entry as [string, unknown[]]
    const texts = await Promise.all(
      representations.map((one) => this.entity(query, { ...variables, [name]: [one] }, one)),
    )
    return `{"data":{"_entities":[${texts.join(',')}]}}`
  }

  private entity(query: string, variables: Made, representation: unknown): Promise<string> {
    const text = JSON.stringify(representation)
    return this.ready(`${query} ${text.replaceAll(numbered, place)}`, text, async () => {
      const { data } = await this.run(parse(query), JSON.parse(JSON.stringify(variables).replaceAll(numbered, place)))
      const [entities] = Object.values(data ?? {})
      return Array.isArray(entities) ? entities[0] : null
    })
  }

  /** An answer that is made once, with the number that stands in what was asked. */
  private async ready(key: string, asked: string, make: () => Promise<unknown>): Promise<string> {
    let parts = this.answers.get(key)
    if (!parts) {
      parts = JSON.stringify(await make()).split(place)
      this.answers.set(key, parts)
    }
    return parts.join(firstNumber.exec(asked)?.[0] ?? place)
  }

  private async run(document: DocumentNode, variableValues: Made) {
    const answer = await execute({
      schema: this.schema,
      document,
      rootValue: { seed: 'root' },
      variableValues,
      fieldResolver: this.resolve,
      typeResolver: (value) => String((value as Made).__typename),
    })
    if (answer.errors) throw new Error(answer.errors[0]?.message)
    return answer
  }

  private readonly resolve: GraphQLFieldResolver<Made, unknown> = (
    source,
    _args,
    _context,
    { fieldName, returnType },
  ) =>
    fieldName in source
      ? source[fieldName]
      : this.value(returnType, `${source.seed ?? JSON.stringify(source)}.${fieldName}`)

  private value(type: GraphQLOutputType, seed: string): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, seed)
    if (isListType(type)) {
      const length = seed.endsWith('.edges') ? this.pageLength : listLength
      return Array.from({ length }, (_, index) => this.value(type.ofType, `${seed}.${index}`))
    }
    const number = createHash('sha256').update(seed).digest().readUInt32BE()
    if (isEnumType(type)) return type.getValues()[number % type.getValues().length]?.name
    if (isScalarType(type)) return scalars[type.name]?.(number) ?? `Text ${number % 100_000}`
    const __typename = isAbstractType(type) ? this.schema.getPossibleTypes(type)[0]?.name : type.name
    return { seed, __typename }
  }
}

const numbered = /n\d+n/g
const firstNumber = /n\d+n/

const isRepresentations = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && Object.hasOwn(Object(value[0]), '__typename')

const scalars: Readonly<Record<string, (number: number) => unknown>> = {
  ID: (number) => `${place}-${number % 100_000}`,
  Int: (number) => number % 1_000,
  Float: (number) => (number % 1_000) / 4,
  Amount: (number) => (number % 1_000) / 4,
  Boolean: (number) => number % 2 === 0,
  Date: (number) => `2026-01-${String((number % 28) + 1).padStart(2, '0')}`,
  DateTime: (number) => new Date(1_767_225_600_000 + (number % 1_000_000) * 1_000).toISOString(),
}
