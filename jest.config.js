import { readFileSync } from 'node:fs'

const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'))

/** Unit and integration tests beside the code, stories in `test/`; all against the real parts. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: ['**/*.test.ts', '**/*.test.mjs'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.data/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  globalSetup: '<rootDir>/test/setup/global-setup.mjs',
  globalTeardown: '<rootDir>/test/setup/global-teardown.mjs',
  testSequencer: '<rootDir>/test/setup/stories-first.mjs',
  testTimeout: 30_000,
  setupFiles: ['<rootDir>/test/setup/reflect.ts'],
}
