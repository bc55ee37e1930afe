import { join } from 'node:path'
import { type Environment, type PartConfig, partConfig } from '../subgraphs/shared/part.js'
import type { SandboxPlace } from './partner/sandbox/sandbox.js'

export const subgraphNames = ['providers', 'learners', 'credits'] as const
export type SubgraphName = (typeof subgraphNames)[number]

/** What the gateway is told when it starts. */
export interface GatewayConfig extends PartConfig {
  /** Where each subgraph answers. */
  subgraphUrls: Record<SubgraphName, string>
  /** The composed schema. */
  supergraphFile: string
  /** How often that file is looked at, to take another one into use. */
  supergraphWatchMs: number
  /** The schema as callers see it. */
  apiSchemaFile: string
  /** What each release has changed of it. */
  apiChangesFile: string
  /** The operations of our own pages by their hashes, as their build has written them. */
  ownOperationsFile: string
  /**
   * How many operations of partners are compiled before the gateway says that it is ready, beside those of our own pages;
   * left out, none of either.
   */
  warmOperations?: number
  /** Folder of the built apps. */
  clientsDir: string
  /** Folder of the files that the demonstration offers for download. */
  sampleDir: string
  /** The address under which the world reaches this server; what a caller says is its name is not proof of it. */
  publicUrl: string | undefined
  /** Where the sandbox is, if there is one. */
  sandbox?: SandboxPlace
  /** How many times as large as usual the budgets of callers are. */
  budgetScale?: number
  /** True when the people of the demonstration may sign in without a secret; never in production. */
  demoSignIn: boolean
}

/** The settings of the gateway. */
export function fromEnvironment(environment: Environment): GatewayConfig {
  return {
    ...partConfig('gateway', 4000, environment),
    host: environment.HOST ?? '127.0.0.1',
    port: Number(environment.PORT ?? 4000),
    subgraphUrls: {
      providers: environment.PROVIDERS_URL ?? 'http://127.0.0.1:4001/graphql',
      learners: environment.LEARNERS_URL ?? 'http://127.0.0.1:4002/graphql',
      credits: environment.CREDITS_URL ?? 'http://127.0.0.1:4003/graphql',
    },
    supergraphFile: environment.SUPERGRAPH_FILE ?? 'schema/supergraph.graphql',
    supergraphWatchMs: 2_000,
    apiSchemaFile: 'schema/api.graphql',
    apiChangesFile: 'schema/released/changes.json',
    ownOperationsFile: 'clients/graphql/persisted-documents.json',
    ...(environment.WARM_UP !== 'off' && { warmOperations: 200 }),
    clientsDir: 'dist/clients',
    sampleDir: join(environment.DATA_DIR ?? '.data', 'sample'),
    publicUrl: environment.PUBLIC_URL?.replace(/\/+$/, '') || undefined,
    ...sandboxFrom(environment),
    budgetScale: Number(environment.BUDGET_SCALE ?? 1),
    demoSignIn: environment.NODE_ENV !== 'production',
  }
}

/** The sandbox is there where all of its subgraphs are. */
function sandboxFrom(environment: Environment): { sandbox?: SandboxPlace } {
  const { SANDBOX_PROVIDERS_URL: providers, SANDBOX_LEARNERS_URL: learners, SANDBOX_CREDITS_URL: credits } = environment
  const keysDir = environment.SANDBOX_KEYS_DIR
  return providers && learners && credits && keysDir
    ? { sandbox: { subgraphUrls: { providers, learners, credits }, keysDir } }
    : {}
}
