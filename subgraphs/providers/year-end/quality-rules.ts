/** A rule that finds what is probably wrong in the activities of a year. */
export interface QualityRule {
  code: string
  title: string
  /** What to do about it. */
  advice: string
  /**
   * Rows of what was found: `activity_id`, `other_id` (empty where it is about one activity) and `detail`, from
   * `own`, the activities of the provider that started or ended in the year, and `alike`, pairs of those that are
   * probably one.
   */
  sql: string
}

const year = `starts_on between $2 and $3 or ends_on between $2 and $3`

/** The activities that the rules look at: `$1` provider, `$2` and `$3` first and last day of the year. */
export const ownActivities = `
  select activity_id, title, status, activity_format, starts_on, ends_on, credit_quarters, physician_learners, other_learners
  from activity where provider_id = $1 and status <> 'DELETED' and (${year})`

/** Every rule; none of them stops anything, and each of its findings can be dismissed with a reason. */
export const qualityRules: readonly QualityRule[] = [
  {
    code: 'WARN_SERIES_CREDIT',
    title: 'Series with little credit (A44)',
    advice: 'Credits of a series are those of all its sessions together. Enter the sum, not the credit of one session.',
    sql: `select activity_id, '' as other_id, format('%s credits for %s to %s', credit_quarters / 4.0, starts_on, ends_on) as detail
      from own where activity_format = 'RSS' and credit_quarters < 16 and ends_on >= starts_on + interval '6 months'`,
  },
  {
    code: 'WARN_NO_LEARNERS',
    title: 'Live activity closed without learners (A45)',
    advice: 'Enter who took part. An activity that was planned and never held is not reported: delete it.',
    sql: `select activity_id, '' as other_id, format('closed with %s learners', coalesce(physician_learners, 0) + coalesce(other_learners, 0)) as detail
      from own where activity_format in ('COURSE', 'RSS') and status = 'CLOSED'
        and coalesce(physician_learners, 0) + coalesce(other_learners, 0) = 0`,
  },
  {
    code: 'WARN_SAME_ACTIVITY',
    title: 'Same title on the same days (A46)',
    advice: 'Delete one of the two if it was entered twice.',
    sql: `select a.activity_id, b.activity_id as other_id, format('“%s”, %s to %s', a.title, a.starts_on, a.ends_on) as detail
      from own a join own b on lower(a.title) = lower(b.title) and a.starts_on = b.starts_on and a.ends_on = b.ends_on
        and a.activity_id < b.activity_id`,
  },
  {
    code: 'WARN_SIMILAR_ACTIVITY',
    title: 'Probably entered twice',
    advice:
      'The titles are alike, the days are near and the format is the same. Delete one of the two if it is the same activity.',
    sql: `select a.activity_id, b.activity_id as other_id, format('“%s” and “%s”, %s days apart', a.title, b.title, abs(a.starts_on - b.starts_on)) as detail
      from alike join own a using (activity_id) join own b on b.activity_id = alike.other_id`,
  },
  {
    code: 'WARN_NO_MOC_REPORTED',
    title: 'Registered for MOC, no points reported',
    advice: 'Report the learners: registering for a board’s MOC is an undertaking to do so within 30 days.',
    // An activity by itself is asked for its registrations and credit: both tables are those of all providers.
    sql: `select activity_id, '' as other_id, format('registered for %s, ended %s', boards, ends_on) as detail
      from own cross join lateral (
        select string_agg(board_code, ', ' order by board_code) as boards from moc_registration m
        where m.activity_id = own.activity_id and m.status = 'ACTIVE'
      ) as registered
      where boards is not null and ends_on < $4::date - 30 and (
        select count(*) from activity_credit c
        where c.activity_id = own.activity_id and c.board_code <> '' and c.accepted + c.pending > 0) = 0`,
  },
]
