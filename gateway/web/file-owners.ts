import type { SubgraphName } from '../config.js'

/** Which subgraph an address of files belongs to, by how its path begins; the first line that fits holds. */
const owners: readonly (readonly [path: string, owner: SubgraphName])[] = [
  ['/uploads/activities-', 'providers'],
  ['/uploads/learners-', 'learners'],
  ['/templates/activities-', 'providers'],
  ['/templates/learners-', 'learners'],
  ['/activity/', 'providers'],
  ['/provider-page/', 'providers'],
  ['/provider-mark/', 'providers'],
  ['/robots.txt', 'providers'],
  ['/sitemap', 'providers'],
  ['/', 'credits'],
]

/** The subgraph that keeps the file at a path. */
export function ownerOfFile(path: string): SubgraphName {
  return owners.find(([start]) => path.startsWith(start))?.[1] ?? 'credits'
}
