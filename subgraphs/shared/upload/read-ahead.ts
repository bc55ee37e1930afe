/**
 * The items of a source in order, each asked for before the one in front of it is handed out, so that the source works while its
 * reader does. Leaving the loop early ends the source.
 */
export async function* readAhead<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item> {
  const items = source[Symbol.asyncIterator]()
  let next = items.next()
  try {
    for (let item = await next; !item.done; item = await next) {
      next = items.next()
      next.catch(leaveToNextRound)
      yield item.value
    }
  } finally {
    await items.return?.()
  }
}

/** A source that fails is heard of in its place: behind the items before it. */
const leaveToNextRound = () => undefined
