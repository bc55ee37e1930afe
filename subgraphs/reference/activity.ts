/** Activity formats (DOMAIN 3.1). */
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

/** Delivery methods (DOMAIN 3.2). */
export enum DeliveryMethod {
  IN_PERSON = 'IN_PERSON',
  LIVE_STREAMED = 'LIVE_STREAMED',
  ONLINE = 'ONLINE',
  PRINT_OTHER = 'PRINT_OTHER',
}

/** What state an activity's record is in (DOMAIN 3.11). */
export enum ActivityStatus {
  DRAFT = 'DRAFT',
  ACTIVE = 'ACTIVE',
  CLOSED = 'CLOSED',
  DELETED = 'DELETED',
}

/** Whether learners pay (DOMAIN 3.12). */
export enum ParticipationFee {
  YES = 'YES',
  NO_FREE = 'NO_FREE',
  VARIABLE = 'VARIABLE',
}

/** Who may register (DOMAIN 3.12). */
export enum ActivityRegistration {
  OPEN_TO_ALL = 'OPEN_TO_ALL',
  LIMITED = 'LIMITED',
}

/** With whom an activity is provided (DOMAIN 2.3). */
export enum Providership {
  DIRECT = 'DIRECT',
  JOINT = 'JOINT',
}
