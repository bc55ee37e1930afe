/** Thrown while an operation is compiled that has something which is left to the stock executor. */
export class Unsupported extends Error {
  override name = 'Unsupported'
}

/** Thrown while an answer is written that does not fit its type, so that nulls and messages are left to the stock code. */
export class Unfitting extends Error {
  override name = 'Unfitting'
}
