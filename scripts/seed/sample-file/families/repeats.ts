import { physician } from '../sample-person.js'
import { accepted, activities, type CaseFamily, duplicate, points, type RowMaker, rejected } from '../sample-row.js'

/** Rows that say again, or take back, what an earlier one said. */
export function repeatFamilies(make: RowMaker): CaseFamily[] {
  return [twice(make), takenBack(make), nothingToTakeBack(make)]
}

function twice(make: RowMaker): CaseFamily {
  const one = physician(801, 'Althea|Plummer', '03/28')
  const two = physician(802, 'Byron|Ross', '07/05')
  const three = physician(803, 'Celia|Seavey', '10/23', { boards: { ABIM: '362003' } })
  const four = physician(804, 'Dexter|Treworgy', '01/20')
  const course = make.course(three, 28, points('ABIM', '362003', 10, 'Medical Knowledge'))
  return {
    name: 'the same row twice',
    people: [one, two, three, four],
    rows: [
      accepted(one, make.online(one, 6)),
      accepted(two, make.online(two, 8, { license: two.licenses[0]?.number })),
      accepted(three, course),
      accepted(four, make.rounds(four, 9)),
      duplicate(one, make.online(one, 6)),
      duplicate(two, make.online(two, 8)),
      duplicate(three, course),
      duplicate(four, make.rounds(four, 9, { license: four.npi })),
    ],
  }
}

function takenBack(make: RowMaker): CaseFamily {
  const one = physician(811, 'Edna|Wardwell', '04/04')
  const two = physician(812, 'Foster|Blanchard', '08/18')
  const three = physician(813, 'Greta|Coffin', '12/10')
  return {
    name: 'a record that is taken back, and one that is then reported as it should have been',
    people: [one, two, three],
    rows: [
      accepted(one, make.online(one, 10)),
      accepted(two, make.online(two, 10, { credits: 1 })),
      accepted(three, make.rounds(three, 16)),
      accepted(one, make.deletion(activities.online, one, 10)),
      accepted(two, { ...make.deletion(activities.online, two, 10), action: 'delete' }),
      accepted(three, make.deletion(activities.rounds, three, 16)),
      accepted(two, make.online(two, 10, { credits: 2 })),
    ],
  }
}

function nothingToTakeBack(make: RowMaker): CaseFamily {
  const one = physician(821, 'Hiram|Dunham', '02/10')
  const two = physician(822, 'Ila|Erskine', '09/30')
  return {
    name: 'nothing to take back',
    people: [one, two],
    rows: [
      rejected(make.deletion(activities.online, one, 10), 'DELETE_NOT_FOUND'),
      accepted(two, make.online(two, 10)),
      rejected(make.deletion(activities.online, two, 11), 'DELETE_NOT_FOUND'),
    ],
  }
}
