import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'

/** What the registry of a running platform answers. */
export interface RegistryAnswer {
  status: number
  body: unknown
}

interface Refusal {
  errors?: { message: string; extensions?: { code?: string; hint?: string } }[]
}

/** The registry of operations of a running platform, asked as any program would. */
export class RegistryClient {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  /** Asks for something. Throws SetupProblem with the platform’s own sentence for what it refuses, a manifest with problems (422) aside. */
  async ask<Body>(path: string, { method = 'GET', body }: { method?: string; body?: string } = {}): Promise<Body> {
    const { status, body: answer } = await this.send(path, method, body)
    if (status === 200 || status === 422) return answer as Body
    const [error] = (answer as Refusal).errors ?? []
    const { message = `The platform answers ${status}.`, extensions: { code = String(status), hint = '' } = {} } =
      error ?? {}
    throw new SetupProblem([`${code}: ${message}`, hint].filter(Boolean).join(' '))
  }

  private async send(path: string, method: string, body: string | undefined): Promise<RegistryAnswer> {
    try {
      const response = await fetch(new URL(path, this.url), {
        method,
        headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body }),
      })
      return { status: response.status, body: await response.json() }
    } catch (cause) {
      throw new SetupProblem(`Nothing that is CreditGraph answers at ${this.url}. Start it, or give --url.`, { cause })
    }
  }
}
