/** Activity formats. */
export enum ActivityFormat {
  COURSE = 'COURSE',
  RSS = 'RSS',
  ENDURING = 'ENDURING',
  JOURNAL = 'JOURNAL',
  COMMITTEE = 'COMMITTEE',
  ISL = 'ISL',
  LFT = 'LFT',
  MANUSCRIPT = 'MANUSCRIPT',
  PI = 'PI',
  TIW = 'TIW',
  OTHER = 'OTHER',
}

/** Delivery methods. */
export enum DeliveryMethod {
  IN_PERSON = 'IN_PERSON',
  LIVE_STREAMED = 'LIVE_STREAMED',
  ONLINE = 'ONLINE',
  PRINT_OTHER = 'PRINT_OTHER',
}

/** What state an activity's record is in. */
export enum ActivityStatus {
  DRAFT = 'DRAFT',
  ACTIVE = 'ACTIVE',
  CLOSED = 'CLOSED',
  DELETED = 'DELETED',
}

/** Whether learners pay. */
export enum ParticipationFee {
  YES = 'YES',
  NO_FREE = 'NO_FREE',
  VARIABLE = 'VARIABLE',
}

/** Who may register. */
export enum ActivityRegistration {
  OPEN_TO_ALL = 'OPEN_TO_ALL',
  LIMITED = 'LIMITED',
}

/** With whom an activity is provided. */
export enum Providership {
  DIRECT = 'DIRECT',
  JOINT = 'JOINT',
}

/** How a change of an activity reached us. */
export enum ActivitySource {
  FORM = 'FORM',
  EXCEL = 'EXCEL',
  TAB = 'TAB',
  XML = 'XML',
  JSON = 'JSON',
  API = 'API',
  COPY = 'COPY',
}

/** Risk evaluation and mitigation strategies: code → label. */
export const remsTypes = { OPIOID_ANALGESIC: 'Opioid Analgesic', MYCOPHENOLATE: 'Mycophenolate' } as const

export type RemsType = keyof typeof remsTypes

/** How a part of the ABA content outline is named: code → label. */
export const outlineKinds = { LEVEL_3_ID: 'Level 3 ID', TAG_ID: 'Tag ID', FREE_TEXT: 'Free Text' } as const

export type OutlineKind = keyof typeof outlineKinds
