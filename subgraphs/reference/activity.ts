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
