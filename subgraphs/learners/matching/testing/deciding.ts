import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Deciding } from '../threads/deciding.js'

const program = pathToFileURL(join(import.meta.dirname, '../threads/deciding-main.ts'))
const typescript = join(process.cwd(), 'test/setup/typescript.mjs')

/** Decides on threads that read the sources as they stand. */
export const decidingInTests = () => new Deciding(program, { execArgv: ['--import', typescript] })
