import { Award, CircleHelp, FileBadge, IdCard, Search } from 'lucide-react'
import { startApp } from '../shared/app/start-app'
import { CreditPage } from './credit/credit-page'
import { DetailsPage } from './details/details-page'
import { FindPage } from './find/find-page'
import { MissingCreditPage } from './missing/missing-credit-page'
import { paths } from './paths'
import { TranscriptsPage } from './transcript/transcripts-page'

const findItem = { to: paths.find, label: 'Find activities', icon: Search }

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
      findItem,
    ],
    open: [findItem],
  },
  [
    { index: true, element: <CreditPage /> },
    { path: 'transcripts', element: <TranscriptsPage /> },
    { path: 'details', element: <DetailsPage /> },
    { path: 'missing-credit', element: <MissingCreditPage /> },
    { path: 'find', element: <FindPage /> },
  ],
)
