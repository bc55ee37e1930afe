/** True for text that can be the id of a learner; the database refuses to compare anything else. */
export const isLearnerId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
