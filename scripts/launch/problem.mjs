/** Something the person at the terminal has to put right; the message is shown as it stands. */
export class LaunchProblem extends Error {}
