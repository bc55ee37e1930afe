import 'reflect-metadata'
import { importFeed } from '../import-feed.js'

// An import in a process of its own, so that a test can kill it: address of the database, file, lines of a chunk.
const [url = '', path = '', chunkLines] = process.argv.slice(2)
await importFeed(
  url,
  { scope: 'LICENSING', kind: 'FULL', asOf: '2026-06-01', path },
  { say: (line) => console.log(line), chunkLines: Number(chunkLines) },
)
