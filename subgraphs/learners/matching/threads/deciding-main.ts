import 'reflect-metadata'
import { parentPort } from 'node:worker_threads'
import { type Ask, answer } from '../ask.js'
import { Engine } from '../engine/engine.js'
import type { DecidingAnswer, DecidingRequest } from './deciding-message.js'
import { pack } from './packed-decisions.js'

// A thread that decides: it sees the file of the thread that has started it.
let engine: Engine | undefined

parentPort?.on('message', (request: DecidingRequest) => say(serve(request)))
say({ kind: 'READY' })

function say(message: DecidingAnswer): void {
  parentPort?.postMessage(message, message.kind === 'DECIDED' ? [message.decisions.numbers.buffer] : [])
}

function serve({ file, asks }: DecidingRequest): DecidingAnswer {
  try {
    if (file?.isNew) engine = Engine.seeing(file.image)
    else if (file) engine?.see(file.image)
    const seen = engine
    if (!seen) throw new Error('Nobody has shown the file to the thread that decides.')
    const decisions = (JSON.parse(asks) as Ask[]).map((ask) => answer(seen, ask))
    return { kind: 'DECIDED', decisions: pack(decisions) }
  } catch (error) {
    return { kind: 'FAILED', error }
  }
}
