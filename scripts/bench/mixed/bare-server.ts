import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import { inSession } from '../../seed/load/session.js'
import { postJson } from '../post-json.js'

/** Of ten requests one writes. */
const isWrite = (number: number) => number % 10 === 0

/** A server in a process of its own that does the least one could do with the same Postgres. */
export class BareServer {
  private readonly pool: Pool

  private constructor(
    private readonly child: ChildProcess,
    port: number,
    private readonly databaseUrl: string,
  ) {
    this.pool = new Pool(`http://127.0.0.1:${port}`, { connections: 64 })
  }

  /** Starts it on tables of its own in a database. */
  static async start(databaseUrl: string): Promise<BareServer> {
    await inSession(databaseUrl, (client) => client.query(tablesSql))
    const child = fork(fileURLToPath(new URL('./bare-process.js', import.meta.url)), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.send({ databaseUrl })
    const [{ port }] = (await once(child, 'message')) as [{ port: number }]
    return new BareServer(child, port, databaseUrl)
  }

  /** Asks it for what is nearest to a mixed load. */
  asker(): (number: number) => Promise<string | undefined> {
    return async (number) => {
      const body = JSON.stringify({ id: number % 1_000, text: 'x'.repeat(500) })
      const path = isWrite(number) ? '/write' : '/read'
      const { status } = await postJson(this.pool, { path, headers: {}, body, maxBytes: 1024 * 1024 })
      return status === 200 ? undefined : `The bare server answered ${status}.`
    }
  }

  async stop(): Promise<void> {
    await this.pool.close()
    this.child.kill('SIGKILL')
    await once(this.child, 'exit')
    await inSession(this.databaseUrl, (client) => client.query('drop table bench_read, bench_write'))
  }
}

/** A thousand answers of 4 kB, which is what ours have in the middle. */
const tablesSql = `
  create table bench_read as select id, jsonb_build_object('data', repeat(md5(id::text), 128))::text as answer
    from generate_series(0, 999) id;
  alter table bench_read add primary key (id);
  create table bench_write (id bigint generated always as identity primary key, given jsonb not null)`
