import { parseArgs } from 'node:util'
import { SetupProblem } from '../../subgraphs/shared/postgres/setup-problem.js'
import { type Command, commands } from './commands.js'
import { RegistryClient } from './registry-client.js'

type Environment = Readonly<Record<string, string | undefined>>

const ownAddress = 'http://127.0.0.1:4000'

/** How it is called, with every command. */
export function usage(): string {
  const lines = Object.entries(commands).map(
    ([name, { takes = '', does }]) => `  ${`${name} ${takes}`.padEnd(48)}${does}`,
  )
  return [
    'Usage: npm run operations -- COMMAND [--url URL] [--key KEY] [--json]',
    ...lines,
    `The key is --key or CREDITGRAPH_KEY, the address --url or CREDITGRAPH_URL, else ${ownAddress}.`,
  ].join('\n')
}

/** Runs a command about registered operations; resolves to the exit code, 1 where something is refused. */
export async function runOperations(
  args: string[],
  environment: Environment,
  say: (line: string) => void,
): Promise<number> {
  const { command, argument, url, key, isJson } = readArguments(args, environment)
  const { text, json, isRefusal = false } = await command.run(new RegistryClient(url, key), argument)
  say(isJson ? JSON.stringify(json, null, 2) : text)
  return isRefusal ? 1 : 0
}

interface Arguments {
  command: Command
  argument: string
  url: string
  key: string
  isJson: boolean
}

function readArguments(args: string[], environment: Environment): Arguments {
  const { values, positionals } = parsed(args)
  const [name = '', argument = '', ...others] = positionals
  const command = commands[values.all ? `${name} --all` : name]
  const isFitting = command && !others.length && (command.takes?.startsWith('[') || !command.takes === !argument)
  if (!isFitting) throw new SetupProblem(usage())
  const { key = environment.CREDITGRAPH_KEY, url = environment.CREDITGRAPH_URL ?? ownAddress } = values
  if (!key)
    throw new SetupProblem(
      'Give a key by --key or CREDITGRAPH_KEY. One is made by: npm run api-key -- --as ACCOUNT --label "…"',
    )
  if (!URL.canParse(url)) throw new SetupProblem(`${url} is no address. Give one such as ${ownAddress}.`)
  return { command, argument, url, key, isJson: values.json ?? false }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        all: { type: 'boolean' },
        json: { type: 'boolean' },
        url: { type: 'string' },
        key: { type: 'string' },
      },
    })
  } catch (cause) {
    throw new SetupProblem(usage(), { cause })
  }
}
