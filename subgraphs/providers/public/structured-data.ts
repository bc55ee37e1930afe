import { DeliveryMethod, ParticipationFee } from '../../reference/activity.js'
import { isEvent, type PublicActivity } from './public-activity.js'
import { creditWords, shortened } from './words.js'

type Data = Record<string, unknown>

/** The activity in the vocabulary of schema.org: an event when it takes place at its time, a course otherwise. */
export function structuredData(shown: PublicActivity): Data {
  const { activity, address } = shown
  const common = {
    '@context': 'https://schema.org',
    '@id': address,
    name: activity.title,
    description: shortened(activity.description ?? activity.title, 2_500),
    url: address,
    identifier: activity.activityId,
    inLanguage: 'en-US',
    ...(activity.specialties.length > 0 && { about: activity.specialties }),
    ...(activity.creditQuarters ? { educationalCredentialAwarded: creditWords(activity.creditQuarters) } : {}),
  }
  const provider = { '@type': 'Organization', name: activity.provider.name }
  return isEvent(activity) ? asEvent(shown, common, provider) : asCourse(shown, common, provider)
}

function asEvent({ activity, registerAt }: PublicActivity, common: Data, organizer: Data): Data {
  return {
    ...common,
    '@type': 'EducationEvent',
    startDate: activity.startsOn,
    endDate: activity.endsOn,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: `https://schema.org/${attendanceOf(activity.deliveryMethods)}`,
    location: locationsOf({ activity, registerAt }),
    organizer,
    ...offersOf({ activity, registerAt }),
  }
}

function asCourse({ activity, registerAt }: PublicActivity, common: Data, provider: Data): Data {
  return {
    ...common,
    '@type': 'Course',
    provider,
    ...offersOf({ activity, registerAt }),
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: activity.deliveryMethods.includes(DeliveryMethod.IN_PERSON) ? 'Onsite' : 'Online',
      startDate: activity.startsOn,
      endDate: activity.endsOn,
      ...(activity.city && { location: placeData(activity) }),
    },
  }
}

type Offered = Pick<PublicActivity, 'activity' | 'registerAt'>

function attendanceOf(methods: readonly DeliveryMethod[]): string {
  const inPerson = methods.includes(DeliveryMethod.IN_PERSON)
  const remote = methods.some((method) => method !== DeliveryMethod.IN_PERSON)
  if (inPerson && remote) return 'MixedEventAttendanceMode'
  return inPerson ? 'OfflineEventAttendanceMode' : 'OnlineEventAttendanceMode'
}

function locationsOf({ activity, registerAt }: Offered): Data[] {
  const isRemote = activity.deliveryMethods.some((method) => method !== DeliveryMethod.IN_PERSON)
  return [
    ...(activity.city ? [placeData(activity)] : []),
    ...(isRemote && registerAt ? [{ '@type': 'VirtualLocation', url: registerAt.href }] : []),
  ]
}

const placeData = ({ city, state, country }: PublicActivity['activity']): Data => ({
  '@type': 'Place',
  name: city,
  address: {
    '@type': 'PostalAddress',
    addressLocality: city,
    ...(state && { addressRegion: state }),
    ...(country && { addressCountry: country }),
  },
})

/** Free is a price; what else it costs is known to the provider alone. */
function offersOf({ activity, registerAt }: Offered): Data {
  if (activity.fee !== ParticipationFee.NO_FREE) return {}
  return {
    isAccessibleForFree: true,
    offers: {
      '@type': 'Offer',
      price: 0,
      priceCurrency: 'USD',
      category: 'Free',
      ...(registerAt && { url: registerAt.href }),
    },
  }
}
