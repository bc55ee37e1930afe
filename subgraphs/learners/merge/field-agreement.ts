import { Field, ObjectType, registerEnumType } from 'type-graphql'
import type { Learner } from '../learner/learner.js'
import { suffixKey } from '../matching/normalise.js'

/** What two learners are compared by. */
export enum MergeField {
  LAST_NAME = 'LAST_NAME',
  FIRST_NAME = 'FIRST_NAME',
  MIDDLE_NAME = 'MIDDLE_NAME',
  SUFFIX = 'SUFFIX',
  BIRTHDATE = 'BIRTHDATE',
  NPI = 'NPI',
}

/** How the two sides of a field go together. */
export enum Agreement {
  EQUAL = 'EQUAL',
  DIFFERENT = 'DIFFERENT',
  MISSING = 'MISSING',
}

registerEnumType(MergeField, {
  name: 'MergeField',
  description: 'What two learners are compared by.',
  valuesConfig: {
    LAST_NAME: { description: 'The current last name, or one that was borne earlier.' },
    FIRST_NAME: { description: 'The first name.' },
    MIDDLE_NAME: { description: 'The middle name.' },
    SUFFIX: { description: 'The suffix, for example Jr or III.' },
    BIRTHDATE: { description: 'Month and day of birth.' },
    NPI: { description: 'The National Provider Identifier.' },
  },
})
registerEnumType(Agreement, {
  name: 'Agreement',
  description: 'How the two sides of a field go together.',
  valuesConfig: {
    EQUAL: { description: 'They are the same, whatever the spelling.' },
    DIFFERENT: { description: 'They are not the same.' },
    MISSING: { description: 'One side does not tell.' },
  },
})

@ObjectType({
  description: 'How two learners agree in one field. Birthdays are compared here and shown nowhere (V05).',
})
export class FieldAgreement {
  @Field(() => MergeField, { description: 'The field.' })
  field!: MergeField

  @Field(() => Agreement, { description: 'How it goes together.' })
  agreement!: Agreement
}

type Keys = readonly (string | null | undefined)[]

const keysOf: Record<MergeField, (learner: Learner) => Keys> = {
  LAST_NAME: ({ familyNames }) => familyNames.getItems().map(({ familyKey }) => familyKey),
  FIRST_NAME: ({ givenKey }) => [givenKey],
  MIDDLE_NAME: ({ middleKey }) => [middleKey],
  SUFFIX: ({ suffix }) => [suffix && (suffixKey(suffix) ?? suffix)],
  BIRTHDATE: ({ birthMonth, birthDay }) => [`${birthMonth}/${birthDay}`],
  NPI: ({ npi }) => [npi],
}

/** How two learners agree, field by field; their family names have to be loaded. */
export const agreementOf = (one: Learner, other: Learner): FieldAgreement[] =>
  Object.values(MergeField).map((field) => ({ field, agreement: agree(keysOf[field](one), keysOf[field](other)) }))

function agree(ones: Keys, others: Keys): Agreement {
  const [known, knownToo] = [ones.filter(Boolean), others.filter(Boolean)]
  if (!known.length || !knownToo.length) return Agreement.MISSING
  return known.some((key) => knownToo.includes(key)) ? Agreement.EQUAL : Agreement.DIFFERENT
}
