import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import pg from 'pg'

const [{ databaseUrl }] = (await once(process, 'message')) as [{ databaseUrl: string }]
// Whoever measures may be ended at any time.
process.once('disconnect', () => process.exit())
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
const read = { name: 'read', text: 'select answer from bench_read where id = $1' }
const write = { name: 'write', text: 'insert into bench_write (given) values ($1) returning id' }

const server = createServer(async (request, response) => {
  const body = await text(request)
  const isWrite = request.url === '/write'
  const { rows } = await pool.query(isWrite ? { ...write, values: [body] } : { ...read, values: [JSON.parse(body).id] })
  const answer: string = isWrite ? JSON.stringify(rows[0]) : rows[0].answer
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.setHeader('content-length', Buffer.byteLength(answer))
  response.end(answer)
})
await once(server.listen(0, '127.0.0.1'), 'listening')
process.send?.({ port: (server.address() as AddressInfo).port })
