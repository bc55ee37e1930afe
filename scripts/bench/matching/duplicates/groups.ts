/** The places that are linked, each in the group of all it is linked to, over others too; who is alone is in none. */
export function groupsOf(size: number, links: readonly { one: number; other: number }[]): number[][] {
  const parents = Uint32Array.from({ length: size }, (_, place) => place)
  const rootOf = (place: number): number => {
    let root = place
    while (parents[root] !== root) root = parents[root] ?? root
    return root
  }
  for (const { one, other } of links) parents[rootOf(one)] = rootOf(other)
  const groups = new Map<number, number[]>()
  for (const place of new Set(links.flatMap(({ one, other }) => [one, other]))) {
    const root = rootOf(place)
    groups.set(root, [...(groups.get(root) ?? []), place])
  }
  return [...groups.values()].map((group) => group.toSorted((one, other) => one - other))
}
