import { diplomate, type SamplePerson } from '../sample-person.js'
import { accepted, activities, type CaseFamily, points, type RowMaker, rejected } from '../sample-row.js'

/** Points that the activity or the board does not allow; they never touch the CME credit of the same row. */
export function pointFamilies(make: RowMaker): CaseFamily[] {
  return [
    pointsAlone(make),
    tooManyPoints(make),
    unregisteredBoards(make),
    unregisteredTypes(make),
    linesOverTotal(make),
    anesthesiology(make),
    creditsOverPointsFine(make),
  ]
}

function pointsAlone(make: RowMaker): CaseFamily {
  const people = [
    diplomate(601, 'Calista|Bangs', '02/14', { ABIM: '361001' }),
    diplomate(602, 'Horace|Chute', '11/09', { ABIM: '361002' }),
    diplomate(603, 'Roberta|Dill', '06/21', { ABIM: '361003' }),
    diplomate(604, 'Aubrey|Fogg', '08/03', { ABIM: '361004' }),
  ]
  const cells = (person: SamplePerson) =>
    make.pointsOnly(
      activities.course,
      person,
      28,
      points('ABIM', person.boards.ABIM, 7.5, 'Medical Knowledge (Part II)'),
    )
  return {
    name: 'points without CME credit',
    people,
    rows: people.map((person, i) =>
      // The board goes by last name and birthday; another first name is only worth a remark.
      i === 3
        ? accepted(person, { ...cells(person), first: 'Winslow' }, 'NAME_VARIANT')
        : accepted(person, cells(person)),
    ),
  }
}

function tooManyPoints(make: RowMaker): CaseFamily {
  const people = [
    diplomate(606, 'Leona|Gorham', '04/22', { ABIM: '361006' }),
    diplomate(607, 'Percy|Hinckley', '09/13', { ABIM: '361007' }),
    diplomate(608, 'Ardis|Jordan', '12/19', { ABIM: '361008' }),
    diplomate(609, 'Milton|Kent', '01/02', { ABIM: '361009' }),
    diplomate(610, 'Corinne|Lunt', '07/17', { ABIM: '361010' }),
  ]
  const tooMany = ({ boards }: SamplePerson) => points('ABIM', boards.ABIM, 10.25, 'Medical Knowledge')
  return {
    name: 'more points than registered',
    people,
    rows: people.map((person, i) =>
      i < 3
        ? accepted(person, make.course(person, 28, tooMany(person)), 'POINTS_EXCEED_REGISTRATION')
        : rejected(make.pointsOnly(activities.course, person, 28, tooMany(person)), 'POINTS_EXCEED_REGISTRATION'),
    ),
  }
}

function unregisteredBoards(make: RowMaker): CaseFamily {
  const one = diplomate(611, 'Wallace|Mank', '03/09', { ABIM: '361011' })
  const two = diplomate(612, 'Rosetta|Neal', '10/28', { ABIM: '361012' })
  const three = diplomate(613, 'Burton|Olson', '05/03', { ABP: '921013' })
  const four = diplomate(614, 'Doris|Perley', '08/26', { ABIM: '361014' })
  const five = diplomate(615, 'Ansel|Rowe', '02/01', { ABP: '921015' })
  const abim = ({ boards }: SamplePerson) => points('ABIM', boards.ABIM, 2, 'Medical Knowledge')
  const abp = ({ boards }: SamplePerson) => points('ABP', boards.ABP, 2, 'Lifelong Learning and Self-Assessment')
  const code = 'ACTIVITY_NOT_MOC_REGISTERED'
  return {
    name: 'board for which the activity is not registered',
    people: [one, two, three, four, five],
    rows: [
      accepted(one, make.online(one, 8, abim(one)), code),
      accepted(two, make.online(two, 8, abim(two)), code),
      accepted(three, make.course(three, 28, abp(three)), code),
      rejected(make.pointsOnly(activities.online, four, 8, abim(four)), code),
      rejected(make.pointsOnly(activities.course, five, 28, abp(five)), code),
    ],
  }
}

function unregisteredTypes(make: RowMaker): CaseFamily {
  const one = diplomate(616, 'Viola|Sawtelle', '11/30', { ABIM: '361016' })
  const two = diplomate(617, 'Ernest|Tozier', '06/25', { ABIM: '361017' })
  const three = diplomate(618, 'Blanche|Upton', '09/16', { ABIM: '361018' })
  const safety = ({ boards }: SamplePerson) => points('ABIM', boards.ABIM, 1, 'Patient Safety')
  const code = 'CREDIT_TYPE_NOT_REGISTERED'
  return {
    name: 'credit type for which the activity is not registered',
    people: [one, two, three],
    rows: [
      accepted(one, make.rounds(one, 9, safety(one)), code),
      accepted(
        two,
        make.rounds(two, 9, {
          ...points('ABIM', two.boards.ABIM, 1, 'Medical Knowledge'),
          type2: 'Practice Assessment',
          type2Points: 1,
        }),
        code,
      ),
      rejected(make.pointsOnly(activities.rounds, three, 9, safety(three)), code),
    ],
  }
}

function linesOverTotal(make: RowMaker): CaseFamily {
  const one = diplomate(621, 'Elvira|Wing', '03/30', { ABIM: '361021' })
  const two = diplomate(622, 'Harlan|Boothby', '12/14', { ABIM: '361022' })
  const line = ({ boards }: SamplePerson) => ({ ...points('ABIM', boards.ABIM, 5, 'Medical Knowledge'), typePoints: 6 })
  return {
    name: 'more points of one credit type than in all',
    people: [one, two],
    rows: [
      accepted(one, make.course(one, 28, line(one)), 'CREDIT_LINE_EXCEEDS_TOTAL'),
      rejected(make.pointsOnly(activities.course, two, 28, line(two)), 'CREDIT_LINE_EXCEEDS_TOTAL'),
    ],
  }
}

/** The workshop is 60 days past. Safety points and others of one day are two records. */
function anesthesiology(make: RowMaker): CaseFamily {
  const one = diplomate(651, 'Merle|Thaxter', '01/18', { ABA: '88051' })
  const two = diplomate(652, 'Lucius|Varnum', '05/29', { ABA: '88052' })
  const three = diplomate(653, 'Thirza|Wescott', '11/13', { ABA: '88053' })
  const aba = ({ boards }: SamplePerson, total: number, type: string) => points('ABA', boards.ABA, total, type)
  const credit = (person: SamplePerson, total: number, type: string) =>
    make.of(activities.workshop, person, 60, 6, aba(person, total, type))
  return {
    name: 'anesthesiology',
    people: [one, two, three],
    rows: [
      accepted(one, credit(one, 6, 'Lifelong Learning (CME)'), 'REPORTED_LATE'),
      accepted(two, credit(two, 6, 'Patient Safety'), 'REPORTED_LATE'),
      accepted(three, credit(three, 4, 'Lifelong Learning'), 'REPORTED_LATE'),
      accepted(
        three,
        make.pointsOnly(activities.workshop, three, 60, aba(three, 2, 'Patient Safety')),
        'REPORTED_LATE',
      ),
    ],
  }
}

function creditsOverPointsFine(make: RowMaker): CaseFamily {
  const person = diplomate(656, 'Zenas|Adair', '02/26', { ABIM: '361056' })
  return {
    name: 'too many credits, and points that are fine',
    people: [person],
    rows: [
      accepted(
        person,
        make.course(person, 28, { ...points('ABIM', '361056', 10, 'Medical Knowledge'), credits: 12 }),
        'CREDITS_EXCEED_ACTIVITY',
      ),
    ],
  }
}
