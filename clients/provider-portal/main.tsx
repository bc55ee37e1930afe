import {
  BadgeCheck,
  BookOpen,
  CalendarCheck,
  CircleHelp,
  Files,
  House,
  ListChecks,
  Upload,
  UserCheck,
  UserPlus,
} from 'lucide-react'
import { startApp } from '../shared/app/start-app'
import { ActivityPage } from './activity/activity-page'
import { BulkPage } from './activity/bulk/bulk-page'
import { ActivityFormPage } from './activity/form/activity-form-page'
import { ActivitiesPage } from './activity/list/activities-page'
import { NewActivityPage } from './activity/verb/new-activity-page'
import { ActivityFilePage } from './activity-import/file-page'
import { ActivityFilesPage } from './activity-import/files-page'
import { ImportPage } from './activity-import/import-page'
import { ActivityLearnersPage } from './activity-learners/learners-page'
import { BatchPage } from './batch/batch-page'
import { BatchesPage } from './batch/batches-page'
import { CorrectPage } from './batch/correct/correct-page'
import { CheckInPage } from './check-in/check-in-page'
import { CheckInsPage } from './check-in/check-ins-page'
import { ScreenPage } from './check-in/screen-page'
import { HomePage } from './home/home-page'
import { LearnerEntryPage } from './learner-entry/learner-entry-page'
import { MarkPage } from './mark/mark-page'
import { RequestPage } from './missing-credit/request-page'
import { RequestsPage } from './missing-credit/requests-page'
import { ContactsPage } from './organization/contacts-page'
import { paths } from './paths'
import { RecordPage } from './submission/record-page'
import { SubmissionsPage } from './submission/submissions-page'
import { UploadPage } from './upload/upload-page'
import { CheckFilePage } from './validation/file/check-file-page'
import { CheckedFilePage } from './validation/file/checked-file-page'
import { CheckedFilesPage } from './validation/file/checked-files-page'
import { ValidatePage } from './validation/validate-page'
import { QualityPage } from './year-end/quality-page'
import { SummaryPage } from './year-end/summary-page'
import { YearEndPage } from './year-end/year-end-page'

startApp(
  {
    name: 'Provider Portal',
    calledName: 'the Provider Portal',
    basename: '/provider',
    roles: ['PROVIDER_REPORTER'],
    audience: 'people who report credit for an accredited provider',
    nav: () => [
      { to: paths.home, label: 'Home', icon: House },
      { to: paths.upload, label: 'Upload', icon: Upload },
      { to: paths.enterLearner(), label: 'Enter a learner', icon: UserPlus },
      { to: paths.validate(), label: 'Validate learners', icon: UserCheck },
      { to: paths.batches, label: 'Batches', icon: Files },
      { to: paths.submissions, label: 'Records', icon: ListChecks },
      { to: paths.creditRequests(), label: 'Missing credit', icon: CircleHelp },
      { to: paths.activities, label: 'Activities', icon: BookOpen },
      { to: paths.yearEnd(), label: 'Year end', icon: CalendarCheck },
      { to: paths.mark, label: 'Mark', icon: BadgeCheck },
    ],
  },
  [
    { index: true, element: <HomePage /> },
    { path: 'upload', element: <UploadPage /> },
    { path: 'enter', element: <LearnerEntryPage /> },
    { path: 'validate', element: <ValidatePage /> },
    { path: 'validate/file', element: <CheckFilePage /> },
    { path: 'validate/files', element: <CheckedFilesPage /> },
    { path: 'validate/files/:batchId', element: <CheckedFilePage /> },
    { path: 'batches', element: <BatchesPage /> },
    { path: 'batches/:batchId', element: <BatchPage /> },
    { path: 'batches/:batchId/correct', element: <CorrectPage /> },
    { path: 'submissions', element: <SubmissionsPage /> },
    { path: 'submissions/:completionId', element: <RecordPage /> },
    { path: 'missing-credit', element: <RequestsPage /> },
    { path: 'missing-credit/:requestId', element: <RequestPage /> },
    { path: 'year-end', element: <YearEndPage /> },
    { path: 'year-end/summary', element: <SummaryPage /> },
    { path: 'year-end/contacts', element: <ContactsPage /> },
    { path: 'year-end/quality', element: <QualityPage /> },
    { path: 'mark', element: <MarkPage /> },
    { path: 'activities', element: <ActivitiesPage /> },
    { path: 'activities/new', element: <NewActivityPage /> },
    { path: 'activities/import', element: <ImportPage /> },
    { path: 'activities/files', element: <ActivityFilesPage /> },
    { path: 'activities/files/:batchId', element: <ActivityFilePage /> },
    { path: 'activities/table', element: <BulkPage /> },
    { path: 'activities/:activityId', element: <ActivityPage /> },
    { path: 'activities/:activityId/learners', element: <ActivityLearnersPage /> },
    { path: 'activities/:activityId/edit', element: <ActivityFormPage /> },
    { path: 'activities/:activityId/check-ins', element: <CheckInsPage /> },
    { path: 'check-ins/:checkInId', element: <CheckInPage /> },
    { path: 'check-ins/:checkInId/screen', element: <ScreenPage /> },
  ],
)
