import { plural } from '../format/numbers'
import type { Problem } from '../graph/problem'
import { Button } from './button'
import './load-more.css'

interface LoadMoreProps {
  shown: number
  /** What one of the list is called. */
  noun: string
  /** What several are called, when it is not the noun with an s. */
  nouns?: string
  page: { hasNextPage: boolean; endCursor?: string | null }
  more: { loadMore: (after: string | null | undefined) => Promise<void>; pending: boolean; problem?: Problem }
}

/** How much of a list is shown, and the way to the rest. */
export function LoadMore({ shown, noun, nouns, page, more }: LoadMoreProps) {
  return (
    <div className="load-more">
      <p role="status" className="soft small number">
        {more.problem?.message ?? `${page.hasNextPage ? 'The first ' : ''}${plural(shown, noun, nouns)}`}
      </p>
      {page.hasNextPage && (
        <Button kind="secondary" size="s" isPending={more.pending} onPress={() => more.loadMore(page.endCursor)}>
          {more.pending ? 'Loading…' : 'Load more'}
        </Button>
      )}
    </div>
  )
}
