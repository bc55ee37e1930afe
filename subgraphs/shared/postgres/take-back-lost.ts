import type pg from 'pg'

type Taken = (error: Error | undefined, client: pg.PoolClient | undefined, done: pg.PoolClient['release']) => void

/**
 * Has connections come back to their pool by themselves when they end while somebody holds them, as when the server falls. A transaction
 * whose rollback fails for that reason is otherwise never given back by whoever began it, and a pool of such connections serves nobody any more.
 */
export function takeBackLost(pool: pg.Pool): void {
  const connect = pool.connect.bind(pool) as {
    (): Promise<pg.PoolClient>
    (taken: Taken): void
  }
  const connecting = (taken?: Taken) => {
    if (!taken) return connect().then(held)
    connect((error, client, done) => taken(error, client && held(client), client ? client.release : done))
    return undefined
  }
  pool.connect = connecting as typeof pool.connect
}

/** The connection, which is given back once: by whoever holds it, or when it ends. */
function held(client: pg.PoolClient): pg.PoolClient {
  const release = client.release.bind(client)
  let isHeld = true
  const giveBack = (error?: Error | boolean) => {
    if (!isHeld) return
    isHeld = false
    client.off('end', discard)
    release(error)
  }
  const discard = () => giveBack(true)
  client.on('end', discard)
  client.release = giveBack
  return client
}
