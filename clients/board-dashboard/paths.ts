/** Every link inside the Board Dashboard. */
export const paths = {
  home: '/',
  licensees: '/licensees',
  licensee: (learnerId: string) => `/licensees/${learnerId}`,
}
