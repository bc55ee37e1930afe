/** Something the person who starts the platform has to put right; the message says what to do and is shown as it stands. */
export class SetupProblem extends Error {
  override name = 'SetupProblem'
}
