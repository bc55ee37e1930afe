import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { viewerRoles } from '../../reference/viewer.js'

export const ViewerRoles = Object.fromEntries(viewerRoles.map((role) => [role, role]))

registerEnumType(ViewerRoles, {
  name: 'ViewerRole',
  description: 'What somebody does on the platform.',
  valuesConfig: {
    PROVIDER_REPORTER: { description: 'Reports activities and learner credit for a provider.' },
    LICENSING_BOARD: { description: 'Sees the credit of the licensees of a licensing board.' },
    CERTIFYING_BOARD: { description: 'Decides on the MOC points reported to a certifying board.' },
    PHYSICIAN: { description: 'Sees and transmits his or her own credit.' },
    PARTNER: { description: 'Integrates by web service.' },
    OPERATOR: { description: 'Runs the platform.' },
  },
})

@Directive('@key(fields: "code", resolvable: false)')
@ObjectType('Board', { description: 'A licensing or certifying board.' })
export class BoardReference {
  @Field(() => ID, { description: 'Code of the board, for example ABIM or ME-MD.' })
  code!: string
}

@Directive('@key(fields: "providerId", resolvable: false)')
@ObjectType('ProviderOrganization', {
  description: 'An organization accredited to provide continuing medical education.',
})
export class ProviderReference {
  @Field(() => ID, { description: 'Seven digits, leading zeros kept (rule A02).' })
  providerId!: string
}
