/** Every link inside Passport. */
export const paths = {
  credit: '/',
  transcripts: '/transcripts',
  details: '/details',
  missing: '/missing-credit',
  find: '/find',
}
