/**
 * The day of the year on which recognized accreditors close the year of the providers whom they accredit, where that is
 * earlier than for everybody (R03). Our own choice for the demonstration: the real days are theirs to set.
 */
export const accreditorDeadlines: Readonly<Record<string, `${string}-${string}`>> = {
  'Oregon Medical Association': '03-01',
  'Maine Medical Association': '03-15',
}
