/** What a server that runs in a process of its own is told when it starts. */
export type ServerTask =
  | { kind: 'ours'; settings: OurSettings }
  | { kind: 'stock' | 'hive'; supergraphSdl: string }
  | { kind: 'bare'; answer: string }
  | { kind: 'subgraphs'; pageLength: number }

export interface OurSettings {
  databaseUrl: string
  keysDir: string
  folder: string
  subgraphUrls: Record<'providers' | 'learners' | 'credits', string>
}

/** What it tells when it listens: the port of each thing it serves. */
export interface Listening {
  ports: Record<string, number>
}

/** What it tells when it is asked how it is. */
export interface Usage {
  /** Processor time since it started. */
  cpuMicros: number
  /** Requests that the subgraphs have had. */
  subgraphRequests: number
}
