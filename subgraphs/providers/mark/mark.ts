import { Field, Int, ObjectType } from 'type-graphql'
import { Day } from '../../shared/graphql/scalars.js'

@ObjectType({ description: 'One form in which the provider mark can be downloaded.' })
export class ProviderMarkFile {
  @Field(() => String, { description: 'Name of the file.' })
  name!: string

  @Field(() => String, { description: 'The background it is for: light or dark.' })
  theme!: string

  @Field(() => String, { description: 'SVG or PNG.' })
  format!: string

  @Field(() => Int, { description: 'Width in pixels.' })
  width!: number

  @Field(() => Int, { description: 'Height in pixels.' })
  height!: number

  @Field(() => String, { description: 'Where it is downloaded, at our own address.' })
  address!: string
}

@ObjectType({ description: 'Whether your provider may use the provider mark, and how (V06).' })
export class ProviderMark {
  @Field(() => Boolean, { description: 'True with an accepted learner record of the last 12 months (V06).' })
  mayUse!: boolean

  @Field(() => Day, {
    nullable: true,
    description: 'When learner credit was last recorded that is accepted; null for never.',
  })
  lastRecordedOn!: string | null

  @Field(() => [ProviderMarkFile], { description: 'The files; none for a provider that may not use the mark.' })
  files!: ProviderMarkFile[]

  @Field(() => [String], { description: 'The rules of its use, as sentences.' })
  rules!: string[]

  @Field(() => String, { description: 'The public page that proves it, at our own address.' })
  pageAddress!: string
}
