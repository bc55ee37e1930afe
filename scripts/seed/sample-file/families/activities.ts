import { physician, type SamplePerson } from '../sample-person.js'
import { accepted, activities, type CaseFamily, type RowMaker, rejected, type SampleCells } from '../sample-row.js'

/** What the activity does not allow. */
export function activityFamilies(make: RowMaker): CaseFamily[] {
  const refused = (
    name: string,
    code: string,
    cases: readonly (readonly [SamplePerson, SampleCells])[],
  ): CaseFamily => ({
    name,
    people: cases.map(([person]) => person),
    rows: cases.map(([, cells]) => rejected(cells, code)),
  })
  const onlineWith = (person: SamplePerson, changes: SampleCells) => [person, make.online(person, 7, changes)] as const
  const onDay = (activity: string, person: SamplePerson, daysAgo: number, credits: number) =>
    [person, make.of(activity, person, daysAgo, credits)] as const

  return [
    refused('more credits than the activity awards', 'CREDITS_EXCEED_ACTIVITY', [
      onlineWith(physician(501, 'Hazel|Dorr', '06/03'), { credits: 2.25 }),
      onlineWith(physician(502, 'Elliot|Eaton', '11/15'), { credits: 20 }),
      onDay(activities.journal, physician(503, 'Myra|Frye', '02/27'), 15, 1.25),
    ]),
    inAll(make),
    refused('activity that does not exist', 'ACTIVITY_NOT_FOUND', [
      onlineWith(physician(511, 'Roscoe|Giles', '07/31'), { activity: activities.nobodys }),
      onlineWith(physician(512, 'Thelma|Hight', '03/12'), { activity: Number(activities.nobodys) }),
      onlineWith(physician(513, 'Delbert|Irish', '10/09'), { activity: '299999998' }),
    ]),
    refused('activity of another provider', 'ACTIVITY_NOT_FOUND', [
      onlineWith(physician(516, 'Myrtle|Jewett', '12/20'), { activity: activities.ofAnotherProvider }),
      onlineWith(physician(517, 'Linwood|Kneeland', '05/27'), { activity: activities.ofAnotherProvider }),
    ]),
    refused('activity that is still a draft', 'ACTIVITY_NOT_ACTIVE', [
      onlineWith(physician(521, 'Velma|Littlefield', '08/23'), { activity: activities.draft }),
      onlineWith(physician(522, 'Merton|Moody', '01/16'), { activity: activities.draft }),
    ]),
    refused('completed outside the activity', 'COMPLETION_OUTSIDE_ACTIVITY', [
      onDay(activities.course, physician(526, 'Erma|Noyes', '04/07'), 27, 10),
      onDay(activities.course, physician(527, 'Chester|Orcutt', '09/19'), 31, 10),
      onDay(activities.workshop, physician(528, 'Bernice|Page', '11/02'), 10, 6),
    ]),
    refused('completed in the future', 'COMPLETION_IN_FUTURE', [
      onDay(activities.online, physician(531, 'Elwood|Rankin', '06/18'), -40, 2),
      onDay(activities.online, physician(532, 'Opal|Safford', '02/05'), -200, 2),
    ]),
    late(make),
  ]
}

/** Each day is within the activity; together they are more than it awards. */
function inAll(make: RowMaker): CaseFamily {
  const online = physician(506, 'Irving|Tibbetts', '08/28')
  const rounds = physician(507, 'Geneva|Ulmer', '12/02')
  return {
    name: 'more credits than the activity awards, over several days',
    people: [online, rounds],
    rows: [
      accepted(online, make.online(online, 16, { credits: 1.5 })),
      rejected(make.online(online, 9, { credits: 1 }), 'CREDITS_EXCEED_ACTIVITY'),
      accepted(online, make.online(online, 4, { credits: 0.5 })),
      accepted(rounds, make.rounds(rounds, 20, { credits: 12 })),
      rejected(make.rounds(rounds, 13, { credits: 8.25 }), 'CREDITS_EXCEED_ACTIVITY'),
    ],
  }
}

function late(make: RowMaker): CaseFamily {
  const people = [
    physician(541, 'Verna|Weeks', '03/25'),
    physician(542, 'Lester|York', '07/11'),
    physician(543, 'Nettie|Young', '10/17'),
    physician(544, 'Elmer|Banks', '01/05'),
    physician(545, 'Inez|Carver', '05/21'),
    physician(546, 'Floyd|Dyer', '09/07'),
  ]
  return {
    name: 'reported more than 30 days after completion',
    people,
    rows: people.map((person, i) => accepted(person, make.rounds(person, 45 + i * 30), 'REPORTED_LATE')),
  }
}
