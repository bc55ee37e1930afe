import pg from 'pg'

/** Runs work in a session of its own on a database. */
export async function inSession<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'creditgraph seed' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
