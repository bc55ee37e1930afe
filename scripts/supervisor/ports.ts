import { createServer } from 'node:net'
import { errorCode } from '../../subgraphs/shared/postgres/embedded/error-code.js'
import { freePort } from '../../subgraphs/shared/postgres/embedded/free-port.js'
import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'
import { type DatabasePart, perPart, type SandboxPart, type Settings } from './settings.js'

/** The port of each part, and those of the stand-in for certifying boards and of the sandbox where there are such. */
export type SettledPorts = Record<DatabasePart, number> & {
  boardService?: number
  sandbox?: Record<SandboxPart, number>
}

/** The port of each part: a port that somebody has chosen has to be free, any other may be replaced. */
export async function settlePorts({ ports, host, boardServicePort, sandbox }: Settings): Promise<SettledPorts> {
  await refuseTaken(host, ports.gateway)
  const settled = perPart((part) => ports[part].port)
  for (const part of ['providers', 'learners', 'credits'] as const) {
    if (ports[part].isChosen) await refuseTaken('127.0.0.1', ports[part])
    else settled[part] = await freePort(ports[part].port)
  }
  return {
    ...settled,
    ...(boardServicePort !== undefined && { boardService: await freePort(boardServicePort) }),
    ...(sandbox && { sandbox: await sandboxPorts() }),
  }
}

const sandboxPorts = async () => ({
  providers: await freePort(4005),
  learners: await freePort(4006),
  credits: await freePort(4007),
})

async function refuseTaken(host: string, { port, variable }: { port: number; variable: string }): Promise<void> {
  try {
    await bindOnce(host, port)
  } catch (cause) {
    throw new SetupProblem(sentence(errorCode(cause), host, port, variable), { cause })
  }
}

function sentence(code: string | undefined, host: string, port: number, variable: string): string {
  const another = `${variable}=${port < 65_000 ? port + 100 : port - 100} npm start`
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that program, or choose another port: ${another}`
  }
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Choose another port: ${another}`
  return `${host} is no address of this machine that a server could listen on (${code}). Set HOST to one.`
}

function bindOnce(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()))
  })
}
