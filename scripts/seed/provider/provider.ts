import type { LicensingState } from '../../../subgraphs/reference/license-formats.js'
import { stateNames } from '../../../subgraphs/reference/states.js'
import { licensingStates } from '../people/profile.js'
import { type Random, randomStream } from '../random/random.js'
import { Weighted } from '../random/weighted.js'
import { demoProviders } from './demo-providers.js'

export type Accreditation = 'ACCME' | 'STATE' | 'JOINT'

/** An organization that provides activities. */
export interface Provider {
  providerId: string
  name: string
  accreditation: Accreditation
  recognizedAccreditor: string | null
  state: LicensingState
  /** True for one whose learners come from everywhere. */
  isNational: boolean
  /** How many activities it provides, compared with others. */
  size: number
}

/** A sort of organization: what it is called after its place, who accredits it and where its learners come from. */
interface Kind {
  names: readonly string[]
  accreditation: Accreditation
  isNational: boolean
}

const kinds = new Weighted<Kind>([
  [{ names: ['Medical Center', 'Hospital', 'Community Hospital'], accreditation: 'STATE', isNational: false }, 40],
  [{ names: ['Health System', 'Regional Health', 'Clinic'], accreditation: 'STATE', isNational: false }, 17],
  [{ names: ['University School of Medicine', 'College of Medicine'], accreditation: 'ACCME', isNational: false }, 14],
  [{ names: ['University Health', 'Academic Health Center'], accreditation: 'JOINT', isNational: false }, 8],
  [{ names: ['Society for Medical Education', 'Academy of Physicians'], accreditation: 'ACCME', isNational: true }, 10],
  [{ names: ['Learning Collaborative', 'Medical Education'], accreditation: 'ACCME', isNational: true }, 8],
  [{ names: ['Interprofessional Learning', 'Team Care Institute'], accreditation: 'JOINT', isNational: true }, 3],
])

const firstWords =
  'Amber Ashgrove Aspen Beacon Birchwood Blue_Heron Bright_River Canyon Cedar Clearwater Copper_Ridge Coral Crestwood Dogwood Eagle_Lake Eastgate Elmhurst Evergreen Fairhaven Fox_Hollow Glenwood Granite Gulf_Coast Harbor High_Plains Hillcrest Hopewell Juniper Lakeshore Laurel Linden Longleaf Magnolia Maple_Valley Meadowlark Mesa Millbrook Mission_Bay Northfield Oakmont Old_Mill Palmetto Pine_Ridge Prairie Quail_Run Red_Rock Ridgeline Rosewood Sagebrush Sandhill Seaside Silver_Creek Southport Spring_Lake Stonebridge Summit Sycamore Tall_Pines Tamarack Thornton Three_Rivers Timberline Two_Harbors Upland Valley_View Vista West_River Whitewater Willow Windward Woodland Yellow_Pine'
    .split(' ')
    .map((words) => words.replaceAll('_', ' '))

/** The providers of a seed: those of the demo, then made-up ones, with few large and many small. */
export function drawProviders(seed: number, count: number): Provider[] {
  const stream = randomStream(seed, 'providers')
  const providers = [...demoProviders]
  const taken = new Set(providers.flatMap(({ providerId, name }) => [providerId, name]))
  for (let index = 0; providers.length < count; index += 1) {
    const provider = drawProvider(stream(index), providers.length)
    if (taken.has(provider.providerId) || taken.has(provider.name)) continue
    taken.add(provider.providerId).add(provider.name)
    providers.push(provider)
  }
  return providers
}

function drawProvider(random: Random, rank: number): Provider {
  const { names, accreditation, isNational } = kinds.draw(random)
  const state = licensingStates.draw(random)
  const place = isNational || random.chance(0.6) ? '' : ` of ${stateNames[state]}`
  return {
    providerId: String(1000 + rank * 131 + random.below(131)).padStart(7, '0'),
    name: `${random.pick(firstWords)} ${random.pick(names)}${place}`,
    accreditation,
    recognizedAccreditor: accreditation === 'STATE' ? `${stateNames[state]} Medical Society` : null,
    state,
    isNational,
    size: 1 / (rank + 1) ** 0.85,
  }
}
