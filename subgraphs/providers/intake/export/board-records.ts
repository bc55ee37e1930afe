import { outlineKinds } from '../../../reference/activity.js'
import { creditTypeLabels, parseCreditType } from '../../../reference/certifying-boards.js'
import type { WireRecord } from '../../../shared/wire/wire-value.js'
import type { Activity } from '../../activity/activity.js'
import { activeRegistrations } from '../../activity/change/judged-activity.js'

/** The registrations that count, board by board. */
export const boardRecords = (activity: Activity): WireRecord[] =>
  activeRegistrations(activity).map(({ boardCode, pointQuarters, creditTypes, practiceAreas, creditClaimOn }) => ({
    boardName: boardCode,
    mocPoints: pointQuarters / 4,
    MOCCreditType: creditTypes.map((type) => {
      const code = parseCreditType(type)
      return code ? creditTypeLabels[code] : type
    }),
    specialties: practiceAreas,
    CreditClaimDate: creditClaimOn ? `${creditClaimOn}T00:00:00` : null,
  }))

/** The areas of the boards’ content outlines, numbered as the board does. */
export const outlineRecords = (activity: Activity): WireRecord[] =>
  activeRegistrations(activity).flatMap(({ boardCode, contentOutline }) =>
    contentOutline.map(({ kind, value }, i) => ({
      source: `0${i + 1}_${boardCode}MCO`,
      keys: [{ keyword: outlineKinds[kind], value }],
    })),
  )
