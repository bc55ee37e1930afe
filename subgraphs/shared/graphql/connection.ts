import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql'
import { pageTooLarge } from '../errors.js'
import { toCursor } from './cursor.js'

export const defaultPageSize = 25
export const maxPageSize = 100

@Directive('@shareable')
@ObjectType({ description: 'Where a page of a list begins and ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True when the list goes on after this page.' })
  hasNextPage!: boolean

  @Field(() => Boolean, { description: 'True when this page is not the first.' })
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true, description: 'Cursor of the first item of this page; null when it is empty.' })
  startCursor!: string | null

  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next page; null when it is empty.' })
  endCursor!: string | null
}

/** The arguments of every list: how many, and after which cursor. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: defaultPageSize, description: `Items per page, 1 to ${maxPageSize}.` })
  first!: number

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before; omit for the first page.' })
  after?: string | null
}

export interface Edge<T> {
  cursor: string
  node: T
}

export interface Connection<T> {
  edges: Edge<T>[]
  pageInfo: PageInfo
}

/** The connection and edge types of a list of `node`, named after it. */
export function connectionOf<T extends object>(node: ClassType<T>, name: string) {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its place in it.` })
  class EdgeType {
    @Field(() => String, { description: 'The place of this item; opaque.' })
    cursor!: string

    @Field(() => node, { description: 'The item.' })
    node!: T
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The items of this page, in order.' })
    edges!: EdgeType[]

    @Field(() => PageInfo, { description: 'Where this page begins and ends.' })
    pageInfo!: PageInfo
  }
  return ConnectionType
}

/** The requested page size. Throws PAGE_TOO_LARGE beyond the limit. */
export function pageSize({ first }: PageArgs): number {
  if (first < 1 || first > maxPageSize) throw pageTooLarge(`Ask for 1 to ${maxPageSize} items a page, not ${first}.`)
  return first
}

/** Makes a connection of rows that were read with a limit of page size plus one. */
export function toConnection<R, T>(
  rows: readonly R[],
  page: PageArgs,
  keyOf: (row: R) => readonly (string | number)[],
  nodeOf: (row: R) => T,
): Connection<T> {
  const edges = rows.slice(0, page.first).map((row) => ({ cursor: toCursor(keyOf(row)), node: nodeOf(row) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: Boolean(page.after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
