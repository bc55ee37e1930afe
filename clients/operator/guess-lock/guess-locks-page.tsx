import { LockOpen } from 'lucide-react'
import { graphql } from '../../graphql'
import type { GuessLocksQuery as GuessLocksData } from '../../graphql/graphql'
import { fullName } from '../../shared/credit/words'
import { instant } from '../../shared/format/days'
import { plural } from '../../shared/format/numbers'
import { useLoadMore } from '../../shared/graph/use-load-more'
import { useRouteQuery } from '../../shared/graph/use-route-query'
import { Card } from '../../shared/ui/card'
import { type Column, DataTable } from '../../shared/ui/data-table'
import { EmptyState } from '../../shared/ui/empty-state'
import { LoadMore } from '../../shared/ui/load-more'
import { Page } from '../../shared/ui/page'
import { byProvider } from './by-provider'
import { ReleaseLock } from './release-lock'

const GuessLocksQuery = graphql(`
  query GuessLocks($after: String) {
    guessLocks(first: 100, after: $after) {
      edges {
        cursor
        node {
          provider {
            providerId
            name
          }
          learner {
            learnerId
            givenName
            middleName
            familyName
            suffix
            degree
          }
          guesses
          lastGuessAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

export type Lock = GuessLocksData['guessLocks']['edges'][number]['node']

const columns: Column<Lock>[] = [
  {
    id: 'learner',
    header: 'Physician',
    isRowHeader: true,
    grow: true,
    cell: ({ learner }) =>
      learner && (
        <>
          <strong>{fullName(learner)}</strong>
          <br />
          <span className="soft small code">{learner.learnerId}</span>
        </>
      ),
  },
  { id: 'guesses', header: 'Wrong birthdays tried', align: 'end', cell: ({ guesses }) => guesses },
  { id: 'last', header: 'Last try', oneLine: true, cell: ({ lastGuessAt }) => instant(lastGuessAt) },
  { id: 'release', header: 'Release', plain: true, oneLine: true, cell: (lock) => <ReleaseLock lock={lock} /> },
]

/** Which providers have tried too many birthdays, of whom, and the way to let them ask again. */
export function GuessLocksPage() {
  const { guessLocks } = useRouteQuery(GuessLocksQuery)
  const more = useLoadMore(GuessLocksQuery)
  const locks = guessLocks.edges.map(({ node }) => node)
  return (
    <Page
      title="Guess locks"
      lead="A provider that tries too many different birthdays of one physician in 30 days is told nothing more of that physician. A lock ends by itself when the tries are 30 days old."
    >
      {locks.length === 0 && (
        <EmptyState icon={LockOpen} title="Nobody is locked">
          A provider appears here when it has tried too many birthdays of a physician.
        </EmptyState>
      )}
      {byProvider(locks).map(({ provider, locks: ofProvider }) => (
        <Card
          key={provider.providerId}
          title={provider.name}
          note={`${provider.providerId} · locked on ${plural(ofProvider.length, 'physician')} · last try ${instant(ofProvider[0].lastGuessAt)}`}
          flush
        >
          <DataTable
            label={`Locks of ${provider.name}`}
            columns={columns}
            items={ofProvider}
            keyOf={({ learner, lastGuessAt }) => learner?.learnerId ?? lastGuessAt}
            empty={null}
          />
        </Card>
      ))}
      {locks.length > 0 && <LoadMore shown={locks.length} noun="lock" page={guessLocks.pageInfo} more={more} />}
    </Page>
  )
}
