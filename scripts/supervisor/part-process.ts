import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runParts } from './run-parts.js'

// node part-process.js gateway/main.js [subgraphs/…/main.js …]: the parts to run in this process.
const dist = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
await runParts(process.argv.slice(2).map((module) => resolve(dist, module)))
