/** What the gateway says of an operation that is registered, or would be. */
export interface Registration {
  name: string
  outcome: 'REGISTERED' | 'UNCHANGED' | 'ACCEPTABLE' | 'REFUSED'
  version: number | null
  /** Objects that it brings back at most. */
  cost: number
  problems: string[]
}

/** The answer to one operation: what it costs of what it may, or why nothing can be said. */
export type RegistrationAnswer =
  | { kind: 'JUDGED'; costLimit: number; operation: Registration }
  | { kind: 'FAILED'; message: string }

/** Registers an operation for whoever asks, or only tells what that would cost. */
export async function register(
  text: string,
  headers: Record<string, string>,
  { dryRun }: { dryRun: boolean },
): Promise<RegistrationAnswer> {
  const response = await fetch(`/operations?dryRun=${dryRun}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ operations: [{ body: text }] }),
  })
  const answer = await response.json()
  const [operation] = answer.operations ?? []
  if (operation) return { kind: 'JUDGED', costLimit: answer.costLimit, operation }
  return { kind: 'FAILED', message: answer.errors?.[0]?.message ?? answer.detail ?? 'CreditGraph could not answer.' }
}
