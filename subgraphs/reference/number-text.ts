/**
 * True for a text that may be the number of a license, of a diplomate or an NPI, for it has a letter or a digit, and for what
 * people type to leave such a cell empty, such as a dash.
 */
export const mayBeNumber = (text: string): boolean =>
  /[a-z0-9]/i.test(text) || /[a-z0-9]/i.test(text.normalize('NFKD')) || /^[\p{P}\p{Zs}\u2212]*$/u.test(text)
