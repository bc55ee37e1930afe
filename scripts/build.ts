import { buildClients } from './build-clients.js'

await buildClients()
