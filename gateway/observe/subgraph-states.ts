import { observeLimits } from '../../subgraphs/shared/observe/limits.js'
import { type SubgraphName, subgraphNames } from '../config.js'

type State = 'ready' | 'not ready' | 'no answer'
/** What each subgraph says of itself. */
export interface SubgraphStates {
  subgraphs: Record<SubgraphName, State>
}

/**
 * Asks each subgraph whether it is ready, and repeats the answers for a moment, however often somebody wants to know. A
 * gateway is ready without them: what the others own is still answered.
 */
export function subgraphStates(urls: Record<SubgraphName, string>, now = () => performance.now()) {
  let asked: { at: number; states: Promise<SubgraphStates> } | undefined
  return (): Promise<SubgraphStates> => {
    if (!asked || now() - asked.at > observeLimits.readyForMs) asked = { at: now(), states: askAll(urls) }
    return asked.states
  }
}

async function askAll(urls: Record<SubgraphName, string>): Promise<SubgraphStates> {
  const states = await Promise.all(subgraphNames.map(async (name) => [name, await ask(urls[name])] as const))
  return { subgraphs: Object.fromEntries(states) as Record<SubgraphName, State> }
}

async function ask(url: string): Promise<State> {
  const signal = AbortSignal.timeout(observeLimits.readyTimeoutMs)
  return fetch(new URL('/health/ready', url), { signal }).then(
    ({ ok }) => (ok ? 'ready' : 'not ready'),
    () => 'no answer',
  )
}
