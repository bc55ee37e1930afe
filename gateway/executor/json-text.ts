// Anything but quotes, backslashes, control characters and halves of pairs, which JSON writes in another way.
const needsEscape = /[^ !#-[\]-\ud7ff\ue000-\uffff]/

/** A text as JSON, the same as by JSON.stringify. */
export const jsonText = (text: string): string => (needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`)
