import { invalidValue } from './invalid-value'

test.each([
  ['input.credits', 'credits'],
  ['input.commercialSupport[1].amount', 'commercialSupport.1.amount'],
  ['mocRegistrations[1].points', 'mocRegistrations.ABP.points'],
])('a value that cannot be read at %s belongs to %s', (path, field) => {
  const message = `Variable "$input" got invalid value 0.3 at "${path}"; Write a multiple of 0.25.`
  expect(invalidValue(message, ['ABIM', 'ABP'])).toMatchObject({
    field,
    message: '0.3 cannot be saved here.',
    fix: 'Write a multiple of 0.25.',
  })
})

test('other errors are about no field', () => {
  expect(invalidValue('Something went wrong on our side. Please try again.', [])).toBeUndefined()
})
