import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'

/** How a program of Postgres is started so that it does not find itself to be root, which it refuses. */
export interface RunAs {
  /** Put before the program: empty, or the command that opens a user namespace. */
  prefix: readonly string[]
  /** The account whose files these have to be, when it is another one than ours. */
  ids?: { uid: number; gid: number }
}

/** An account of this machine. */
export interface Account {
  name: string
  uid: number
  gid: number
}

/** As ourselves. */
export const asOurselves: RunAs = { prefix: [] }

/** In a user namespace that shows us as `account`: not root to Postgres, yet still the owner of our files. */
export function inNamespaceOf(account: Account): RunAs {
  return { prefix: ['unshare', '--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`] }
}

/** As another account, which has to own what Postgres reads and writes. */
export function asAccount(account: Account): RunAs {
  return { prefix: [], ids: { uid: account.uid, gid: account.gid } }
}

/** Whether Postgres would accept us: not root, and known by name to the system, which `initdb` asks for. */
export function areWeAcceptable(): boolean {
  if (process.getuid?.() === 0) return false
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/** The account to appear as: one made for databases or for nobody, else the first that is not root. */
export function unprivilegedAccount(passwd = '/etc/passwd'): Account | undefined {
  const accounts = readFileSync(passwd, 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && uid > 0 && gid > 0)
  return ['postgres', 'nobody'].map((name) => accounts.find((a) => a.name === name)).find(Boolean) ?? accounts[0]
}

/** The program, arguments and options to spawn. */
export function commandLine(runAs: RunAs, program: string, args: readonly string[]) {
  const [file = program, ...rest] = [...runAs.prefix, program, ...args]
  return { file, args: rest, options: { ...runAs.ids } }
}

/** What `program --version` says when started this way, or why it could not be started. */
export function tryVersion(runAs: RunAs, program: string): { version?: string; failure: string } {
  const { file, args, options } = commandLine(runAs, program, ['--version'])
  const run = spawnSync(file, args, { ...options, encoding: 'utf8', timeout: 20_000 })
  if (run.status === 0) return { version: run.stdout.trim(), failure: '' }
  return { failure: run.error?.message ?? run.stderr.trim() }
}
