import { CalendarClock, CircleHelp, House, Lock, Merge, UserPlus, UserSearch } from 'lucide-react'
import { startApp } from '../shared/app/start-app'
import { GuessLocksPage } from './guess-lock/guess-locks-page'
import { HomePage } from './home/home-page'
import { LateProvidersPage } from './late/late-providers-page'
import { MergePage } from './merge/merge-page'
import { MergesPage } from './merge/merges-page'
import { NewMergePage } from './merge/new-merge-page'
import { OverdueRequestsPage } from './missing-credit/overdue-requests-page'
import { PartnerRequestsPage } from './partner/partner-requests-page'
import { paths } from './paths'
import { ReviewPage } from './review/review-page'
import { ReviewsPage } from './review/reviews-page'

startApp(
  {
    name: 'Operator',
    calledName: 'the Operator app',
    basename: '/operator',
    roles: ['OPERATOR'],
    audience: 'the people who operate the platform',
    nav: () => [
      { to: paths.home, label: 'Home', icon: House },
      { to: paths.reviews(), label: 'Reviews', icon: UserSearch },
      { to: paths.merges(), label: 'Merges', icon: Merge },
      { to: paths.guessLocks, label: 'Guess locks', icon: Lock },
      { to: paths.overdueRequests, label: 'Unanswered requests', icon: CircleHelp },
      { to: paths.providerYears(), label: 'Late providers', icon: CalendarClock },
      { to: paths.partnerRequests, label: 'Partner accounts', icon: UserPlus },
    ],
  },
  [
    { index: true, element: <HomePage /> },
    { path: 'reviews', element: <ReviewsPage /> },
    { path: 'reviews/:caseId', element: <ReviewPage /> },
    { path: 'merges', element: <MergesPage /> },
    { path: 'merges/new', element: <NewMergePage /> },
    { path: 'merges/:proposalId', element: <MergePage /> },
    { path: 'guess-locks', element: <GuessLocksPage /> },
    { path: 'unanswered-requests', element: <OverdueRequestsPage /> },
    { path: 'late', element: <LateProvidersPage /> },
    { path: 'partners', element: <PartnerRequestsPage /> },
  ],
)
