import type { ViewerRole } from '../../subgraphs/reference/viewer.js'
import { mayRunAdHoc } from '../operation/may-run.js'

/**
 * Whether somebody may read the whole graph and write operations for it: where developers work everybody who is signed in,
 * elsewhere those who may run what is not registered, and partners, who write what they register.
 */
export const mayExplore = (role: ViewerRole, isDevelopment: boolean): boolean =>
  role === 'PARTNER' || mayRunAdHoc('TOKEN', role, isDevelopment)
