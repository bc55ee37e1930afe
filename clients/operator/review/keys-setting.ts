const key = 'creditgraph-review-keys'

/** Whether single keys do something in a review on this browser; speech input and slips of the hand want them off. */
export const keysAreOn = () => window.localStorage.getItem(key) !== 'off'

/** Switches single keys on or off for this browser. */
export function setKeysOn(on: boolean) {
  if (on) window.localStorage.removeItem(key)
  else window.localStorage.setItem(key, 'off')
}
