import { totalmem } from 'node:os'

/** The settings our server always runs with; the command line carries them, so no file can soften them. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '200',
  timezone: 'UTC',

  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  // A large file writes gigabytes: what waits for the log, and every page written whole once more, would be paid for by its rows.
  wal_buffers: '64MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  jit: 'off',

  // A log may be read by people who may not see the rows: no statement, parameter or row detail goes into it.
  log_timezone: 'UTC',
  log_statement: 'none',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
}

const megabyte = 1024 * 1024

/** What the server keeps in its own memory: a sixteenth of the machine’s, and no more than the indexes in use of a nation need. */
const sharedBuffers = (machineBytes: number) =>
  `${Math.round(Math.min(Math.max(machineBytes / megabyte / 16, 256), 2_048))}MB`

/** Given up where the data is thrown away anyway, on a server that several platforms may share. */
const NOT_DURABLE: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '400',
  shared_buffers: '256MB',
}

/** The server's command line for a data directory and port, on a machine with so much memory. */
export function serverArguments(cluster: string, port: number, durable: boolean, machineBytes = totalmem()): string[] {
  const settings = {
    ...SETTINGS,
    shared_buffers: sharedBuffers(machineBytes),
    ...(durable ? {} : NOT_DURABLE),
    port: String(port),
  }
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
