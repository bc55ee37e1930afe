import { type Scale, scales } from '../../seed/scale.js'

/** With more of them the activities of one provider would not be enough: a learner completes each once. */
const mostRowsPerPhysician = 5

/** The scale of a demonstration, with as many more physicians as it takes to make so many rows about them. */
export const enoughPeopleFor = (rows: number): Scale => ({
  ...scales.s,
  physicians: Math.max(scales.s.physicians, Math.ceil(rows / mostRowsPerPhysician)),
})
