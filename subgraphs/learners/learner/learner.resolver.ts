import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { type Connection, fromCursor, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import type { LearnersContext } from '../context.js'
import { nameKey } from '../matching/normalise.js'
import { DiplomateRecord } from './diplomate-record.js'
import { Learner, LearnerConnection } from './learner.js'
import { LicenseRecord } from './license-record.js'

@ArgsType()
class LicenseeListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Only licensees whose last name, first name or license number begins with this text.',
  })
  search?: string | null
}

@Resolver(() => Learner)
export class LearnerResolver {
  @Query(() => LearnerConnection, { description: 'The licensees of your licensing board, by last and first name.' })
  async licensees(
    @Args(() => LicenseeListArgs) args: LicenseeListArgs,
    @Ctx() { em, viewer }: LearnersContext,
  ): Promise<Connection<Learner>> {
    const boardCode = viewer.ownLicensingBoard()
    const rows = await em.find(
      Learner,
      {
        $and: [
          { licenseRecords: { $some: { boardCode } } },
          ...wordsOf(args.search).map((word) => startsWith(word, boardCode)),
          afterCursor(args.after),
        ],
      },
      { orderBy: [{ familyName: 'asc' }, { givenName: 'asc' }, { learnerId: 'asc' }], limit: pageSize(args) + 1 },
    )
    return toConnection(
      rows,
      args,
      (row) => [row.familyName, row.givenName, row.learnerId],
      (row) => row,
    )
  }

  @FieldResolver(() => [LicenseRecord], {
    description: 'Licenses: all of them for the physician, those of your board for a licensing board.',
  })
  async licenses(@Root() learner: Learner, @Ctx() { viewer }: LearnersContext): Promise<LicenseRecord[]> {
    const records = (await learner.licenseRecords.load({ dataloader: true })).getItems()
    const { role, boardCode } = viewer.signedIn()
    return role === 'LICENSING_BOARD' ? records.filter((record) => record.boardCode === boardCode) : records
  }

  @FieldResolver(() => [DiplomateRecord], {
    description: 'Certifications: all of them for the physician, those of your board for a certifying board.',
  })
  async certifications(@Root() learner: Learner, @Ctx() { viewer }: LearnersContext): Promise<DiplomateRecord[]> {
    const records = (await learner.diplomateRecords.load({ dataloader: true })).getItems()
    const { role, boardCode } = viewer.signedIn()
    return role === 'PHYSICIAN' || role === 'OPERATOR'
      ? records
      : records.filter((record) => record.boardCode === boardCode)
  }
}

const wordsOf = (search: string | null | undefined) =>
  (search ?? '')
    .slice(0, 100)
    .split(/[\s,]+/)
    .filter(Boolean)

function startsWith(word: string, boardCode: string) {
  const text = `${word.replace(/[\\%_]/g, '\\$&')}%`
  return {
    $or: [
      { familyName: { $ilike: text } },
      { givenKey: { $like: `${nameKey(word)}%` } },
      { licenseRecords: { $some: { boardCode, licenseNumber: { $ilike: text } } } },
    ],
  }
}

function afterCursor(after: string | null | undefined) {
  if (!after) return {}
  const [familyName, givenName, learnerId] = fromCursor(after, 3).map(String)
  return {
    $or: [
      { familyName: { $gt: familyName } },
      { familyName, givenName: { $gt: givenName } },
      { familyName, givenName, learnerId: { $gt: learnerId } },
    ],
  }
}
