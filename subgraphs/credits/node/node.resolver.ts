import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql'
import { badInput } from '../../shared/errors.js'
import { maxPageSize } from '../../shared/graphql/connection.js'
import { Node } from '../../shared/node/node.js'
import type { CreditsContext } from '../context.js'
import { findNodes } from './find-nodes.js'

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'The object that a global id stands for; null when there is none, or it is not yours to see.',
  })
  async node(
    @Arg('id', () => ID, { description: '`id` of any object.' }) id: string,
    @Ctx() context: CreditsContext,
  ): Promise<object | null> {
    const [found] = await findNodes([id], context)
    return found ?? null
  }

  @Directive(`@listSize(assumedSize: ${maxPageSize})`)
  @Query(() => [Node], {
    nullable: 'items',
    description: `The objects that global ids stand for, in order; null where \`node\` is. At most ${maxPageSize} ids, else BAD_USER_INPUT.`,
  })
  nodes(
    @Arg('ids', () => [ID], { description: `Up to ${maxPageSize} values of \`id\`.` }) ids: string[],
    @Ctx() context: CreditsContext,
  ): Promise<(object | null)[]> {
    if (ids.length > maxPageSize) throw badInput(`Ask for at most ${maxPageSize} nodes at once.`)
    return findNodes(ids, context)
  }
}
