import { settlePorts } from './ports.js'
import { readSettings } from './settings.js'

test('everything lies in the data folder, and the data folder in the checkout', () => {
  const settings = readSettings({}, '/checkout')
  expect(settings).toMatchObject({ dataDir: '/checkout/.data', keysDir: '/checkout/.data/keys', host: '127.0.0.1' })
  expect(settings.ports.gateway).toEqual({ variable: 'PORT', port: 4000, isChosen: false })
  expect(settings.databaseUrl).toBeUndefined()
})

test('the environment decides', () => {
  const environment = {
    DATA_DIR: '/data',
    SPOOL_DIR: '/spool',
    PORT: '80',
    HOST: '0.0.0.0',
    NODE_ENV: 'production',
    DATABASE_URL: '',
    DATABASE_URL_CREDITS: 'postgres://credits',
  }
  expect(readSettings(environment, '/checkout')).toMatchObject({
    logDir: '/data/logs',
    spoolDir: '/spool',
    host: '0.0.0.0',
    isProduction: true,
    databaseUrl: undefined,
    databaseUrls: { credits: 'postgres://credits' },
    ports: { gateway: { port: 80, isChosen: true } },
  })
})

test.each(['web', '0', '70000', '4000.5'])('PORT=%s is refused', (port) => {
  expect(() => readSettings({ PORT: port }, '/')).toThrow(
    `PORT has to be a port number between 1 and 65535, not "${port}"`,
  )
})

test('an address that is not of this machine is refused', async () => {
  const settings = readSettings({ HOST: '192.0.2.1' }, '/')
  await expect(settlePorts(settings)).rejects.toThrow('192.0.2.1 is no address of this machine')
})

const given = Object.fromEntries(
  ['GATEWAY', 'PROVIDERS', 'LEARNERS', 'CREDITS'].map((part) => [`DATABASE_URL_${part}`, 'x']),
)

test.each<[string, Record<string, string>, boolean]>([
  ['there is one in development', {}, true],
  ['there is none where it is switched off', { SANDBOX: 'off' }, false],
  ['there is none in production', { NODE_ENV: 'production' }, false],
  ['there is one in production where it is asked for', { NODE_ENV: 'production', SANDBOX: 'on' }, true],
  ['there is none where no server has room for its databases', given, false],
  ['there is one where an administrator’s server has', { ...given, DATABASE_URL: 'postgres://x' }, true],
])('a sandbox: %s', (_, environment, isThere) => {
  expect(readSettings(environment, '/checkout').sandbox !== undefined).toBe(isThere)
})

test('the sandbox keeps its keys and files in folders of its own', () => {
  expect(readSettings({}, '/checkout').sandbox).toMatchObject({
    keysDir: '/checkout/.data/keys/sandbox',
    spoolDir: '/checkout/.data/spool/sandbox',
  })
})
