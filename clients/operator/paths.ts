/** Every link inside the Operator app. */
export const paths = {
  lateProviders: '/',
  providerYears: (year: number, lateOnly: boolean) => `/?year=${year}${lateOnly ? '' : '&lateOnly=false'}`,
}
