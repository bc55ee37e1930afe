import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildServer } from '../build-server.mjs'
import { isInstalled } from './install.mjs'
import { withLock } from './lock.mjs'
import { findNode } from './node.mjs'

const silently = () => undefined
let root

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'creditgraph-launch-'))
})

afterEach(() => rm(root, { recursive: true, force: true }))

/** A checkout of our tools, with one program of its own. */
async function checkout(program) {
  for (const path of [
    'package.json',
    'package-lock.json',
    '.swcrc',
    'scripts/launch',
    'scripts/launch.mjs',
    'scripts/build-server.mjs',
  ]) {
    await cp(path, join(root, path), { recursive: true })
  }
  await symlink(join(process.cwd(), 'node_modules'), join(root, 'node_modules'))
  await write('scripts/program.ts', program)
}

async function write(path, text) {
  await mkdir(join(root, path, '..'), { recursive: true })
  await writeFile(join(root, path), text)
}

/** Starts the launcher the way a terminal does: as the leader of a group. */
function launch(...args) {
  const child = spawn(process.execPath, ['scripts/launch.mjs', 'scripts/program.js', ...args], {
    cwd: root,
    detached: true,
  })
  const output = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => output.push(text))
  return { child, said: () => output.join(''), exit: once(child, 'close').then(([code]) => code) }
}

async function until(condition) {
  for (const deadline = Date.now() + 15_000; Date.now() < deadline; await sleep(20)) if (await condition()) return
  throw new Error('Waited in vain.')
}

const isGone = (pid) =>
  stat(`/proc/${pid}`).then(
    () => false,
    () => true,
  )

describe('the launcher', () => {
  test('builds and runs a program on Node 24 with its arguments, and ends with its code', async () => {
    await checkout(`
      console.log(process.version, process.argv.slice(2).join('+'))
      if (process.argv[2] === 'fail') throw new Error('at the fourth line')
      process.exitCode = Number(process.argv[2])`)
    const first = launch('7', 'b c')
    expect(await first.exit).toBe(7)
    expect(first.said()).toMatch(/^Server built: 1 file in [\d.]+ s\.\nv24\.[\d.]+ 7\+b c\n$/)
    const second = launch('fail')
    expect(await second.exit).toBe(1)
    expect(second.said()).toContain(join(root, 'scripts/program.ts:3'))
  })

  test('a program hears a signal once, however often npm and the terminal repeat it', async () => {
    await checkout(`
      let heard = 0
      process.on('SIGINT', () => { heard += 1; setTimeout(() => { console.log('heard', heard); process.exit(0) }, 700) })
      console.log('up')
      setInterval(() => undefined, 1000)`)
    const { child, said, exit } = launch()
    await until(() => said().includes('up'))
    process.kill(-child.pid, 'SIGINT')
    await sleep(50)
    child.kill('SIGINT')
    expect(await exit).toBe(0)
    expect(said()).toMatch(/up\nheard 1\n$/)
  })

  test('a program ends when the launcher is gone without a word', async () => {
    await checkout(`console.log(process.pid); setInterval(() => undefined, 1000)`)
    const { child, said, exit } = launch()
    await until(() => /^\d+$/m.test(said()))
    const pid = Number(/^\d+$/m.exec(said())[0])
    child.kill('SIGKILL')
    await exit
    await until(() => isGone(pid))
  })

  test('a program ends when npm is told to, which tells only the shell between', async () => {
    await checkout(`console.log(process.pid); setInterval(() => undefined, 1000)`)
    const command = `"${process.execPath}" scripts/launch.mjs scripts/program.js; true`
    const shell = spawn('sh', ['-c', command], { cwd: root, env: { ...process.env, npm_lifecycle_event: 'start' } })
    let said = ''
    shell.stdout.on('data', (text) => (said += text))
    await until(() => /^\d+$/m.test(said))
    const pid = Number(/^\d+$/m.exec(said)[0])
    shell.kill('SIGTERM')
    await until(() => isGone(pid))
  })

  test('two starts at once build once', async () => {
    await checkout(`console.log('ran')`)
    const starts = [launch(), launch()]
    expect(await Promise.all(starts.map(({ exit }) => exit))).toEqual([0, 0])
    const said = starts.map((start) => start.said()).join('')
    expect(said.match(/Server built/g)).toHaveLength(1)
    expect(said.match(/ran/g)).toHaveLength(2)
    expect(await readdir(join(root, 'dist'))).not.toContain('.launch.lock')
  })

  test('what does not compile is named', async () => {
    await checkout('const = 1')
    const { said, exit } = launch()
    expect(await exit).toBe(1)
    expect(said()).toMatch(/^The server does not compile\.\nscripts\/program\.ts: /)
  })
})

describe('the build', () => {
  test('follows the sources: what is new, changed and gone', async () => {
    await cp('.swcrc', join(root, '.swcrc'))
    await symlink(join(process.cwd(), 'node_modules'), join(root, 'node_modules'))
    await write('gateway/a.ts', 'export const a: number = 1')
    await write('gateway/web/b.ts', 'export const b = 1')
    await write('gateway/a.test.ts', 'throw new Error()')
    await write('dist/clients/index.html', 'not ours')
    await buildServer(root, silently)
    const list = async () => (await readdir(join(root, 'dist/gateway'), { recursive: true })).sort()
    expect(await list()).toEqual(['a.js', 'a.js.map', 'web', 'web/b.js', 'web/b.js.map'])
    const before = await stat(join(root, 'dist/gateway/a.js'))

    await write('gateway/web/b.ts', 'export const b = 2')
    await write('gateway/c.ts', 'export {}')
    await buildServer(root, silently)
    expect(await readFile(join(root, 'dist/gateway/web/b.js'), 'utf8')).toContain('b = 2')
    expect((await stat(join(root, 'dist/gateway/a.js'))).mtimeMs).toBe(before.mtimeMs)

    await rm(join(root, 'gateway/web'), { recursive: true })
    await buildServer(root, silently)
    expect((await list()).filter((name) => name.endsWith('.js'))).toEqual(['a.js', 'c.js'])
    expect(await readdir(join(root, 'dist/clients'))).toEqual(['index.html'])
  })
})

describe('the lock', () => {
  test('is held by one at a time', async () => {
    const file = join(root, 'lock')
    let inside = 0
    let most = 0
    const work = () =>
      withLock(
        file,
        async () => {
          inside += 1
          most = Math.max(most, inside)
          await sleep(30)
          inside -= 1
        },
        silently,
      )
    await Promise.all([work(), work(), work()])
    expect(most).toBe(1)
  })

  test('does not wait for a holder that was killed', async () => {
    const file = join(root, 'lock')
    const code = `
      import { withLock } from './scripts/launch/lock.mjs'
      await withLock(${JSON.stringify(file)}, () => { console.log('held'); return new Promise(() => setInterval(() => undefined, 1000)) })`
    const holder = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(holder.stdout, 'data')
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    expect(await withLock(file, async () => 'mine')).toBe('mine')
  })
})

describe('what is installed', () => {
  const other = process.platform === 'linux' ? 'darwin' : 'linux'
  test.each([
    ['nothing', {}, undefined, false],
    ['all of it', { a: '1.0.0' }, { a: '1.0.0' }, true],
    ['an older version', { a: '1.0.1' }, { a: '1.0.0' }, false],
    ['a missing package', { a: '1.0.0', b: '1.0.0' }, { a: '1.0.0' }, false],
  ])('%s', async (_, wanted, present, answer) => {
    await record(present)
    expect(await isInstalled(root, { packages: packages(wanted) })).toBe(answer)
  })

  test.each([
    ['for another system', { os: [other], optional: true }, true],
    ['for this one', { os: [process.platform], cpu: process.arch, optional: true }, false],
    ['not for this one', { os: [`!${process.platform}`], optional: true }, true],
    ['that npm leaves out', { optional: true }, true],
  ])('without a package %s', async (_, traits, answer) => {
    await record({})
    expect(await isInstalled(root, { packages: { 'node_modules/native': { version: '1.0.0', ...traits } } })).toBe(
      answer,
    )
  })

  const packages = (versions) =>
    Object.fromEntries(Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]))
  const record = async (present) => {
    if (present) await write('node_modules/.package-lock.json', JSON.stringify({ packages: packages(present) }))
  }
})

test('our own Node is made executable', async () => {
  const program = `node_modules/node-${process.platform}-${process.arch}/bin/node`
  await write(program, '#!/bin/sh\nexit 0\n')
  expect(findNode(root)).toBe(join(root, program))
  expect((await stat(join(root, program))).mode & 0o111).toBe(0o111)
})

// `npm install` drops what the registry does not show it, and `npm ci` then refuses the whole file.
test('the lockfile names every optional package, for other machines too', async () => {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'))
  const isNamed = (path, name) => {
    const inner = `${path ? `${path}/` : ''}node_modules/${name}`
    if (inner in packages || path === '') return inner in packages
    return isNamed(path.slice(0, Math.max(path.lastIndexOf('/node_modules/'), 0)), name)
  }
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isNamed(path, name)),
  )
  expect(missing).toEqual([])
})
