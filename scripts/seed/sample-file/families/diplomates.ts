import { diplomate, type SamplePerson } from '../sample-person.js'
import { accepted, activities, type CaseFamily, points, type RowMaker, rejected } from '../sample-row.js'

/** Whom a board knows, each by its own rule. */
export function diplomateFamilies(make: RowMaker): CaseFamily[] {
  return [wrongIds(make), conflicts(make), pediatrics(make), surgery(make)]
}

function wrongIds(make: RowMaker): CaseFamily {
  const one = diplomate(626, 'Isabel|Chaplin', '04/30', { ABIM: '361026' })
  const two = diplomate(627, 'Sumner|Downs', '08/12', { ABIM: '361027' })
  const three = diplomate(628, 'Leota|Elder', '01/28', { ABIM: '361028', ABA: '88028' })
  const four = diplomate(629, 'Alton|Fickett', '10/11', { ABIM: '361029' })
  const five = diplomate(630, 'Mabel|Goss', '05/16', {})
  const id = (boardId: string) => points('ABIM', boardId, 10, 'Medical Knowledge')
  const code = 'BOARD_ID_MISMATCH'
  return {
    name: 'id of the board that belongs to nobody, to somebody else or to another board',
    people: [one, two, three, four, five],
    rows: [
      accepted(one, make.course(one, 28, id('369999')), code),
      accepted(two, make.course(two, 28, id('361026')), code),
      accepted(three, make.course(three, 28, id('88028')), code),
      rejected(make.pointsOnly(activities.course, four, 28, id('369998')), code),
      rejected(make.pointsOnly(activities.course, five, 28, id('369997')), code),
    ],
  }
}

/** License and board lead to two different people of one birthday, as when values slip from row to row. */
function conflicts(make: RowMaker): CaseFamily {
  const sisters = [
    diplomate(631, 'Adele|Hartnett', '07/26', {}),
    diplomate(632, 'Corliss|Hartnett', '07/26', { ABIM: '361032' }),
  ] as const
  const brothers = [
    diplomate(633, 'Dudley|Jacques', '02/22', {}),
    diplomate(634, 'Royce|Jacques', '02/22', { ABIM: '361034' }),
  ] as const
  const strangers = [
    diplomate(635, 'Fern|Kittredge', '11/17', {}),
    diplomate(636, 'Ellis|Lowery', '11/17', { ABP: '921036' }),
  ] as const
  return {
    name: 'license and board id of two different people',
    people: [...sisters, ...brothers, ...strangers],
    rows: [
      rejected(make.course(sisters[0], 28, points('ABIM', '361032', 10, 'Medical Knowledge')), 'IDENTITY_CONFLICT'),
      rejected(make.course(brothers[0], 28, points('ABIM', '361034', 10, 'Medical Knowledge')), 'IDENTITY_CONFLICT'),
      rejected(
        make.of(
          activities.journal,
          strangers[0],
          9,
          1,
          points('ABP', '921036', 1, 'Lifelong Learning and Self-Assessment'),
        ),
        'IDENTITY_CONFLICT',
      ),
    ],
  }
}

function pediatrics(make: RowMaker): CaseFamily {
  const one = diplomate(641, 'Josephine|Maddocks', '03/04', { ABP: '921041' })
  const two = diplomate(642, 'Clifton|Nute', '09/11', { ABP: '921042' })
  const three = diplomate(643, 'Eunice|Ouellet', '06/07', { ABP: '921043' })
  const four = diplomate(644, 'Herman|Pease', '12/23', { ABP: '921044' })
  const cells = (person: SamplePerson) =>
    make.pointsOnly(
      activities.journal,
      person,
      10,
      points('ABP', person.boards.ABP, 1, 'Lifelong Learning and Self-Assessment'),
    )
  return {
    name: 'pediatrics: the id with both names, or with the birthday',
    people: [one, two, three, four],
    rows: [
      accepted(one, { ...cells(one), last: 'Whitcomb' }, 'NAME_VARIANT'),
      accepted(two, { ...cells(two), first: 'Lionel', last: 'Abbott' }, 'NAME_VARIANT'),
      accepted(three, { ...cells(three), born: '01/25' }),
      rejected({ ...cells(four), last: 'Whitcomb', born: '01/25' }, 'BOARD_ID_MISMATCH'),
    ],
  }
}

function surgery(make: RowMaker): CaseFamily {
  const people = [
    diplomate(646, 'Verlie|Quint', '04/14', { ABS: '76046' }),
    diplomate(647, 'Rowland|Ricker', '08/07', { ABS: '76047' }),
    diplomate(648, 'Idella|Shute', '10/19', { ABS: '76048' }),
  ]
  return {
    name: 'surgery: no id is needed',
    people,
    rows: people.map((person, i) => {
      const withoutId = points('ABS', undefined, 8, i ? 'Self-Assessment (Part II)' : 'Accredited CME')
      return accepted(
        person,
        i === 2
          ? make.pointsOnly(activities.surgical, person, 11, withoutId)
          : make.of(activities.surgical, person, 11, 8, withoutId),
      )
    }),
  }
}
