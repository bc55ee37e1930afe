import { explain } from './trouble.js'

test.each([
  ['a full disk', 'FATAL:  could not write lock file "postmaster.pid": No space left on device', 'the disk is full'],
  [
    'a full disk while setting up',
    'initdb: error: could not write to file "x": No space left on device',
    'the disk is full',
  ],
  ['a taken port', 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'has just taken its port'],
  [
    'anything else',
    'LOG:  starting\nFATAL:  data directory has wrong ownership\nHINT:  x',
    ': data directory has wrong ownership.',
  ],
  ['a missing library', 'postgres: error while loading shared libraries: libicuuc.so.60', 'libicuuc.so.60.'],
  ['silence', '', 'it ended without a word.'],
])('%s', (_, output, sentence) => {
  const problem = explain('The built-in Postgres did not start', output)
  expect(problem.message).toContain(sentence)
  expect(problem.message).toMatch(/^The built-in Postgres did not start: .*\.$/)
})
