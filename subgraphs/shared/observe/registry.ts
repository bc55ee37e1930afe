import { Registry } from 'prom-client'

/** The metrics of this process, whichever parts run in it. */
export const registry = new Registry()

/** Where every metric of ours belongs, and to nothing else. */
export const registers = [registry]
