import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LaunchProblem } from './problem.mjs'

const PATIENCE_MS = 10_000

/** Installs the packages of package-lock.json unless they are there; resolves to npm's exit code. */
export async function ensureInstalled(root, run) {
  const lockfile = await readFile(join(root, 'package-lock.json'), 'utf8')
  const stamp = join(root, 'node_modules', '.creditgraph-installed')
  const wanted = `${createHash('sha256').update(lockfile).digest('hex')} ${process.platform} ${process.arch}\n`
  if ((await readIfThere(stamp)) === wanted) return 0
  if (await isInstalled(root, JSON.parse(lockfile))) {
    await writeFile(stamp, wanted).catch(unlessReadOnly)
    return 0
  }
  const code = await install(run)
  if (code === 0) await writeFile(stamp, wanted)
  if (code !== 0 && code < 128) {
    throw new LaunchProblem(
      'npm could not install the packages; its own words stand above. ' +
        'It needs the network (or a filled cache) and about 2 GB of disk. Put that right and start again.',
    )
  }
  return code
}

/** Whether every package for this machine is there in the version of the lockfile, however it was installed. */
export async function isInstalled(root, lockfile) {
  const record = await readIfThere(join(root, 'node_modules', '.package-lock.json'))
  if (record === undefined) return false
  const present = JSON.parse(record).packages
  return Object.entries(lockfile.packages)
    .filter(([path, wanted]) => path !== '' && isForThisMachine(wanted))
    .every(([path, { version }]) => present[path]?.version === version)
}

// npm leaves an optional package out for reasons of its own; one that is made for this machine is needed here.
// For Linux there may be two, for either C library.
function isForThisMachine({ os, cpu, libc, optional }) {
  if (optional && (os === undefined || libc !== undefined)) return false
  return admits(os, process.platform) && admits(cpu, process.arch)
}

function admits(list, value) {
  if (list === undefined) return true
  const names = [list].flat()
  const allowed = names.filter((name) => !name.startsWith('!'))
  return !names.includes(`!${value}`) && (allowed.length === 0 || allowed.includes(value))
}

async function install(run) {
  console.error('Installing the packages of package-lock.json (the first time this takes a minute or two)…')
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const patience = setInterval(() => console.error(`  still installing, ${seconds()} s`), PATIENCE_MS)
  // No install script is needed: what they would do is done where it is used. A production environment would
  // leave out the tools that build the project.
  const npm = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const cli = process.env.npm_execpath
  const isNpm = cli !== undefined && /npm-cli\.js$/.test(cli)
  try {
    const code = await (isNpm
      ? run(process.execPath, { args: [cli, ...npm] })
      : run('npm', { args: npm, shell: process.platform === 'win32' }))
    if (code === 0) console.error(`Packages installed in ${seconds()} s.`)
    return code
  } catch (error) {
    if (error.code === 'ENOENT')
      throw new LaunchProblem('npm was not found. Install it (it comes with Node) and start again.')
    throw error
  } finally {
    clearInterval(patience)
  }
}

function readIfThere(path) {
  return readFile(path, 'utf8').catch((error) => {
    if (error.code !== 'ENOENT') throw error
    return undefined
  })
}

function unlessReadOnly(error) {
  if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error
}
