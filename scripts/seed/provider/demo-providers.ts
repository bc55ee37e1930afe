import type { Provider } from './provider.js'

/** The provider for which Ada reports. */
export const adaProviderId = '0008273'

/** The providers for which Ada and Bo report. */
export const demoProviders: readonly Provider[] = [
  {
    providerId: adaProviderId,
    name: 'Northern Light Institute for Medical Education',
    accreditation: 'ACCME',
    recognizedAccreditor: null,
    state: 'ME',
    isNational: false,
    size: 0.2,
  },
  {
    providerId: '0004121',
    name: 'Cascade Regional Hospital CME Office',
    accreditation: 'STATE',
    recognizedAccreditor: 'Oregon Medical Association',
    state: 'OR',
    isNational: false,
    size: 0.02,
  },
]
