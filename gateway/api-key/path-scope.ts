import type { SubgraphName } from '../config.js'
import type { KeyScope } from './key-scope.js'

/** What it takes to send and to fetch files, by how a path begins; the first line that fits holds, and others are for everybody. */
const files: readonly (readonly [path: string, toFetch: KeyScope, toSend: KeyScope])[] = [
  ['/uploads/activities-', 'activities:read', 'activities:write'],
  ['/uploads/learners-', 'learners:check', 'learners:check'],
  ['/uploads/', 'credit:read', 'credit:write'],
  ['/exports/', 'credit:read', 'credit:read'],
  ['/transcripts/', 'credit:read', 'credit:read'],
  ['/credit-requests/', 'credit:read', 'credit:write'],
  ['/boards/', 'decisions:read', 'decisions:write'],
]

/** The scope that a program needs for a file; undefined for what is public. */
export function scopeOfFile(method: string, path: string): KeyScope | undefined {
  const [, toFetch, toSend] = files.find(([start]) => path.startsWith(start)) ?? []
  return method === 'PUT' ? toSend : toFetch
}

/** The scope that a program needs for the web services of each subgraph. */
export const scopeOfService: Readonly<Record<SubgraphName, KeyScope>> = {
  providers: 'activities:write',
  learners: 'learners:check',
  credits: 'credit:write',
}
