import { badInput } from '../errors.js'

const mostChannels = 10_000

/** The ids in channels, each of which is one of these kinds, a colon and an id. Throws BAD_USER_INPUT for anything else. */
export function idsByKind<Kind extends string>(
  channels: readonly string[],
  kinds: readonly Kind[],
): Record<Kind, string[]> {
  if (channels.length > mostChannels) throw badInput(`Ask for at most ${mostChannels} channels at once.`)
  const ids = Object.fromEntries(kinds.map((kind): [Kind, string[]] => [kind, []])) as Record<Kind, string[]>
  for (const channel of channels) {
    const [, kind, id] = /^([a-z]+):(.+)$/.exec(channel) ?? []
    const list = kind !== undefined && Object.hasOwn(ids, kind) ? ids[kind as Kind] : undefined
    if (!list || !id) throw badInput(`“${channel.slice(0, 80)}” is not a channel.`)
    list.push(id)
  }
  return ids
}
