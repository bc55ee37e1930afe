import type { InternalClient } from '../../shared/http/internal-client.js'

/** What the read model keeps of a license. */
export interface LicenseFact {
  learnerId: string
  licenseId: string
  boardCode: string
  state: string
  status: string
  effectiveFrom: string
  effectiveTo: string | null
}

export interface LicenseFactPage {
  facts: LicenseFact[]
  nextCursor: string | null
  /** Where the events stood when the page was read. */
  eventCursor: string
}

export interface LicenseEventPage {
  events: { license: LicenseFact }[]
  endCursor: string | null
}

/** The owner of licenses, as the read model asks it. */
export interface LicenseSource {
  facts(after: string | null): Promise<LicenseFactPage>
  events(after: string): Promise<LicenseEventPage>
}

const pageSize = 5_000
const fields = 'learnerId licenseId boardCode state status effectiveFrom effectiveTo'

/** The owner of licenses over HTTP. */
export function httpLicenses(learners: InternalClient): LicenseSource {
  return {
    async facts(after) {
      const query = `query LicenseFacts($after: String, $first: Int!) {
        learnerLicenseFacts(after: $after, first: $first) { facts { ${fields} } nextCursor eventCursor }
      }`
      const data = await learners.ask<{ learnerLicenseFacts: LicenseFactPage }>(query, { after, first: pageSize })
      return data.learnerLicenseFacts
    },
    async events(after) {
      const query = `query LicenseEvents($after: String, $first: Int!) {
        learnerEvents(after: $after, first: $first) { events { license { ${fields} } } endCursor }
      }`
      const data = await learners.ask<{ learnerEvents: LicenseEventPage }>(query, { after, first: pageSize })
      return data.learnerEvents
    },
  }
}
