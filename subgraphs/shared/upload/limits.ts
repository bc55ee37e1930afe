import { httpLimits } from '../http/limits.js'

/** What uploads may take; all limits of receiving stand here, those of reading a workbook beside its reader. */
export interface UploadLimits {
  /** Bytes of one file (B08). */
  fileBytes: number
  /** Free space that always stays, so that the database never runs dry because of uploads. */
  reserveBytes: number
  /** Addresses that one sender holds open at once. */
  openAddresses: number
  /** How long an address stays open; and how long bytes may lie that belong to nothing any more. */
  openHours: number
}

/** The limits that apply unless a caller tightens them. */
export const uploadLimits: Readonly<UploadLimits> = {
  fileBytes: httpLimits.fileBytes,
  reserveBytes: 1024 * 1024 * 1024,
  openAddresses: 5,
  openHours: 24,
}
