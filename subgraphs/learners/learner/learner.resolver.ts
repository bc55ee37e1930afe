import type { Collection } from '@mikro-orm/core'
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Viewer } from '../../reference/viewer.js'
import { notFound } from '../../shared/errors.js'
import { type Connection, PageArgs, pageSize, toConnection } from '../../shared/graphql/connection.js'
import type { LearnersContext } from '../context.js'
import { DiplomateRecord } from './diplomate-record.js'
import { Learner, LearnerConnection } from './learner.js'
import { isVisible, type RecordOfLearner } from './learner.policy.js'
import { LicenseRecord } from './license-record.js'
import { findLicensees, placeOf } from './licensees.query.js'

@ArgsType()
class LicenseeListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Only licensees of whom every word of this text begins a last name, first name or license number; nobody where it has ' +
      'neither letters nor digits.',
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
    const licensees = await findLicensees(em, {
      boardCode: viewer.ownLicensingBoard(),
      search: args.search ?? '',
      after: args.after ?? null,
      limit: pageSize(args) + 1,
    })
    return toConnection(licensees, args, placeOf, ({ learner }) => learner)
  }

  @Query(() => Learner, { description: 'One licensee of your licensing board. NOT_FOUND for anybody else.' })
  async licensee(
    @Arg('learnerId', () => ID, { description: 'Id of the learner.' }) learnerId: string,
    @Ctx() { learners, viewer }: LearnersContext,
  ): Promise<Learner> {
    viewer.ownLicensingBoard()
    const licensee = await learners.load(learnerId)
    if (!licensee) throw notFound('Your board has no such licensee.')
    return licensee
  }

  @FieldResolver(() => [LicenseRecord], {
    description: 'Licenses: all of them for the physician, those of your board for a licensing board.',
  })
  async licenses(@Root() learner: Learner, @Ctx() { viewer }: LearnersContext): Promise<LicenseRecord[]> {
    return shownTo(viewer, learner, ({ licenseRecords }) => licenseRecords)
  }

  @FieldResolver(() => [DiplomateRecord], {
    description: 'Certifications: all of them for the physician, those of your board for a certifying board.',
  })
  async certifications(@Root() learner: Learner, @Ctx() { viewer }: LearnersContext): Promise<DiplomateRecord[]> {
    return shownTo(viewer, learner, ({ diplomateRecords }) => diplomateRecords)
  }
}

/** What the viewer may see of the records of a learner and of those who were merged into him or her. */
async function shownTo<R extends RecordOfLearner>(
  viewer: Viewer,
  learner: Learner,
  recordsOf: (learner: Learner) => Collection<R>,
): Promise<R[]> {
  const people = [learner, ...(await learner.merged.load({ dataloader: true })).getItems()]
  const records = await Promise.all(people.map((person) => recordsOf(person).load({ dataloader: true })))
  return records
    .flatMap((collection) => collection.getItems())
    .filter((record) => isVisible(viewer, record, people))
    .toSorted((one, other) => one.boardCode.localeCompare(other.boardCode))
}
