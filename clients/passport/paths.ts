/** Every link inside Passport. */
export const paths = {
  credit: '/',
  transcripts: '/transcripts',
  details: '/details',
  missing: '/missing-credit',
  askForCredit: '/missing-credit/ask',
  creditRequest: (requestId: string) => `/missing-credit/${requestId}`,
  find: '/find',
  checkIn: '/check-in',
}
