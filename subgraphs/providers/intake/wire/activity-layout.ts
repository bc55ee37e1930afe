import type { WireLayout } from '../../../shared/wire/wire-layout.js'

const lom = { prefix: 'lom', namespace: 'http://ltsc.ieee.org/xsd/LOM' }
const health = { prefix: 'h', namespace: 'http://ns.medbiq.org/lom/extend/v1/' }

/** Documents of activities: MEMS XML (5.6) and the activity JSON (5.7). */
export const activityLayout: WireLayout = {
  envelope: ['ACCMEActivities'],
  recordName: 'MedicalEducationMetrics',
  records: 'activities',
  namespaces: ['http://ns.medbiq.org/metrics/v2/', lom.namespace, health.namespace],
  prefixes: { Lom: lom, lom, healthcareMetadata: health },
}
