import { Award, CircleHelp, FileBadge, IdCard, ScanLine, Search } from 'lucide-react'
import { startApp } from '../shared/app/start-app'
import { CheckInPage } from './check-in/check-in-page'
import { CreditPage } from './credit/credit-page'
import { DetailsPage } from './details/details-page'
import { FindPage } from './find/find-page'
import { AskPage } from './missing-credit/ask-page'
import { RequestPage } from './missing-credit/request-page'
import { RequestsPage } from './missing-credit/requests-page'
import { paths } from './paths'
import { TranscriptsPage } from './transcript/transcripts-page'

const findItem = { to: paths.find, label: 'Find activities', icon: Search }
const checkInItem = { to: paths.checkIn, label: 'Check in', icon: ScanLine }

startApp(
  {
    name: 'Passport',
    calledName: 'Passport',
    basename: '/passport',
    roles: ['PHYSICIAN'],
    audience: 'physicians, each for his or her own credit',
    nav: () => [
      { to: paths.credit, label: 'My credit', icon: Award },
      { to: paths.transcripts, label: 'Transcripts', icon: FileBadge },
      { to: paths.details, label: 'Reporting details', icon: IdCard },
      { to: paths.missing, label: 'Missing credit', icon: CircleHelp },
      checkInItem,
      findItem,
    ],
    open: [findItem, checkInItem],
  },
  [
    { index: true, element: <CreditPage /> },
    { path: 'transcripts', element: <TranscriptsPage /> },
    { path: 'details', element: <DetailsPage /> },
    { path: 'missing-credit', element: <RequestsPage /> },
    { path: 'missing-credit/ask', element: <AskPage /> },
    { path: 'missing-credit/:requestId', element: <RequestPage /> },
    { path: 'find', element: <FindPage /> },
    { path: 'check-in', element: <CheckInPage /> },
  ],
)
