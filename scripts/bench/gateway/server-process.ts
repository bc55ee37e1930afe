import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Listening, ServerTask, Usage } from './served.js'

/** A server of the benchmark in a process of its own, as in production. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly ports: Readonly<Record<string, number>>,
  ) {}

  /** Starts a server and waits until it listens. Throws where it ends instead. */
  static async start(task: ServerTask): Promise<ServerProcess> {
    const child = fork(fileURLToPath(new URL('./serve.js', import.meta.url)), {
      env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.send(task)
    const { ports } = await new Promise<Listening>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Listening))
      child.once('exit', () => reject(new Error(`The server ${task.kind} does not start.`)))
    })
    return new ServerProcess(child, ports)
  }

  /** The address of the graph, or of one of several. */
  url(name = 'graph'): string {
    return `http://127.0.0.1:${this.ports[name]}/graphql`
  }

  async usage(): Promise<Usage> {
    this.child.send('usage')
    const [usage] = (await once(this.child, 'message')) as [Usage]
    return usage
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return
    this.child.kill('SIGKILL')
    await once(this.child, 'exit')
  }
}
