import { chance, likelihood } from './likelihood'

test.each([
  [1, 'Almost certain', 'over 99.99%'],
  [0.9994, 'Almost certain', '99.94%'],
  [0.972, 'Very likely', '97%'],
  [0.8, 'Likely', '80%'],
  [0.4, 'May be', '40%'],
  [0.2, 'Unlikely', '20%'],
  [0.004, 'Very unlikely', '0.40%'],
  [0, 'Very unlikely', 'under 0.01%'],
])('%d is %s, %s', (probability, word, number) => {
  expect([likelihood(probability), chance(probability)]).toEqual([word, number])
})
