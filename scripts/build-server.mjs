import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { LaunchProblem } from './launch/problem.mjs'

const SOURCES = ['gateway', 'subgraphs', 'scripts']

/** Compiles the server file by file to dist/, only what has changed, and removes what has no source any more. */
export async function buildServer(root, say = console.error) {
  const started = performance.now()
  const swcrc = await readFile(join(root, '.swcrc'), 'utf8')
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/@swc/core/package.json'), 'utf8'))
  const record = join(root, 'dist', '.server-build.json')
  const compiled = await readRecord(record)
  const wanted = {}
  for (const file of await listFiles(root, SOURCES, (name) => name.endsWith('.ts') && !/\.(test|d)\.ts$/.test(name))) {
    wanted[file] = digest(version, swcrc, await readFile(join(root, file)))
  }
  const outputs = new Set(await listFiles(join(root, 'dist'), SOURCES, () => true))
  const stale = Object.keys(wanted).filter((f) => wanted[f] !== compiled[f] || !outputs.has(outputOf(f)))
  if (stale.length > 0) await compileAll(root, stale, JSON.parse(swcrc))
  await removeOrphans(root, outputs, Object.keys(wanted))
  if (JSON.stringify(wanted) !== JSON.stringify(compiled)) await write(record, JSON.stringify(wanted))
  if (stale.length > 0) {
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    say(`Server built: ${stale.length} ${stale.length === 1 ? 'file' : 'files'} in ${seconds} s.`)
  }
}

async function compileAll(root, files, options) {
  const { transform } = await import('@swc/core')
  const problems = []
  await Promise.all(
    files.map((file) =>
      compile(transform, root, file, options).catch((error) => problems.push(`${file}: ${error.message}`)),
    ),
  )
  if (problems.length > 0) throw new LaunchProblem(`The server does not compile.\n${problems.join('\n')}`)
}

async function compile(transform, root, file, options) {
  const output = join(root, 'dist', outputOf(file))
  const source = await readFile(join(root, file), 'utf8')
  const { code, map } = await transform(source, {
    ...options,
    swcrc: false,
    filename: join(root, file),
    sourceFileName: relative(dirname(output), join(root, file)),
  })
  await write(`${output}.map`, map)
  await write(output, `${code}//# sourceMappingURL=${output.slice(dirname(output).length + 1)}.map\n`)
}

async function removeOrphans(root, outputs, sources) {
  const expected = new Set(sources.map(outputOf).flatMap((output) => [output, `${output}.map`]))
  const orphans = [...outputs].filter((output) => !expected.has(output))
  await Promise.all(orphans.map((output) => rm(join(root, 'dist', output))))
}

async function listFiles(root, folders, wanted) {
  const lists = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(unlessMissing)
      return entries
        .filter((entry) => entry.isFile() && wanted(entry.name))
        .map((e) => relative(root, join(e.parentPath, e.name)))
    }),
  )
  return lists.flat().sort()
}

// Whole or not at all: a running program may import the file at this moment.
async function write(path, content) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, content)
  await rename(`${path}.new`, path)
}

async function readRecord(path) {
  const text = await readFile(path, 'utf8').catch(() => '{}')
  return JSON.parse(text)
}

function unlessMissing(error) {
  if (error.code !== 'ENOENT') throw error
  return []
}

function outputOf(source) {
  return source.replace(/\.ts$/, '.js')
}

function digest(...parts) {
  return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')
}
