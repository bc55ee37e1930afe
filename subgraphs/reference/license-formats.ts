import type { StateCode } from './states.js'

/** What the license numbers of a state look like, and how many physicians it licenses. */
export interface LicenseFormat {
  /** Rounded to thousands. */
  physiciansThousands: number
  /** `#` is a digit, `{AC}` one of the letters; everything else stands for itself. */
  md: string
  do: string
}

const format = (physiciansThousands: number, md: string, osteopathic: string): LicenseFormat => ({
  physiciansThousands,
  md,
  do: osteopathic,
})

/**
 * License numbers by state as they look in general: our own compilation for making synthetic data. It is not
 * authoritative, and no license is ever refused because of it.
 */
export const licenseFormats = {
  AL: format(12, 'MD.#####', 'DO.####'),
  AK: format(2, 'MEDS####', 'MEDO####'),
  AZ: format(19, '#####', 'R####'),
  AR: format(7, '{EC}-#####', '{EC}-#####'),
  CA: format(118, '{AGC}######', '20A#####'),
  CO: format(18, 'DR.00#####', 'DR.00#####'),
  CT: format(14, '0#####', '00####'),
  DE: format(3, 'C1-00#####', 'C2-00#####'),
  DC: format(6, 'MD0#####', 'DO0#####'),
  FL: format(60, 'ME######', 'OS#####'),
  GA: format(26, '0#####', '0#####'),
  HI: format(5, 'MD-#####', 'DOS-####'),
  ID: format(4, 'M-#####', 'O-####'),
  IL: format(39, '036######', '036######'),
  IN: format(17, '010#####A', '020#####A'),
  IA: format(8, 'MD-#####', 'DO-#####'),
  KS: format(7, '04-#####', '05-#####'),
  KY: format(11, '#####', '0####'),
  LA: format(13, 'MD.0#####', 'DO.0#####'),
  ME: format(5, 'MD#####', 'DO####'),
  MD: format(26, 'D00#####', 'H00#####'),
  MA: format(34, '2#####', '2#####'),
  MI: format(32, '4301######', '5101######'),
  MN: format(19, '#####', '#####'),
  MS: format(6, '#####', '#####'),
  MO: format(19, '20########', '20########'),
  MT: format(3, 'MED-PHYS-LIC-#####', 'MED-PHYS-LIC-#####'),
  NE: format(5, '#####', '####'),
  NV: format(7, '#####', 'DO####'),
  NH: format(5, '#####', '#####'),
  NJ: format(31, '25MA0#######', '25MB0#######'),
  NM: format(6, 'MD20##-####', 'A-####-##'),
  NY: format(84, '######', '######'),
  NC: format(29, '20##-#####', '20##-#####'),
  ND: format(2, 'PT#####', 'PT#####'),
  OH: format(37, '35.######', '34.######'),
  OK: format(9, '#####', '####'),
  OR: format(14, 'MD######', 'DO######'),
  PA: format(48, 'MD######L', 'OS######L'),
  PR: format(9, '0#####', '0#####'),
  RI: format(4, 'MD#####', 'DO0####'),
  SC: format(14, 'MMD.#####', 'DO.#####'),
  SD: format(2, '####', '####'),
  TN: format(19, 'MD00000#####', 'DO00000#####'),
  TX: format(69, '{AJKLMNPQRST}####', '{AJKLMNPQRST}####'),
  UT: format(8, '########-1205', '########-1204'),
  VT: format(3, '042.00#####', '032.00#####'),
  VA: format(26, '01012#####', '0102######'),
  WA: format(24, 'MD6#######', 'OP6#######'),
  WV: format(5, '#####', '####'),
  WI: format(17, '#####-20', '#####-21'),
  WY: format(1, '#####A', '#####A'),
} as const satisfies Partial<Record<StateCode, LicenseFormat>>

export type LicensingState = keyof typeof licenseFormats
