import { tellOfCorrections } from './tour/corrections.js'
import { tellOfCredit } from './tour/credit.js'
import { tellOfMissingCredit } from './tour/missing-credit.js'
import { tellOfOwnColumns } from './tour/own-columns.js'
import { tellOfPhones } from './tour/phone.js'
import { Tour } from './tour/tour.js'
import { tellOfUploads } from './tour/upload.js'

/** The README’s tour, in a real browser, on what `npm start` starts. Each test goes on where the one before ended. */
const tour = new Tour()
beforeAll(() => tour.begin(), 180_000)
afterAll(() => tour.end(), 60_000)

tellOfUploads(tour)
tellOfOwnColumns(tour)
tellOfCorrections(tour)
tellOfCredit(tour)
tellOfMissingCredit(tour)
tellOfPhones(tour)

test('no page complained on the way', () => {
  expect(tour.complaints).toEqual([])
})
