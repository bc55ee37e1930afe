/**
 * Parts of @apollo/gateway that it does not export by name. Whatever the compiled executor does not do itself is done by
 * these, so that its answers are those of the stock executor; the package is pinned exactly for that.
 */
export { isObjectOfType } from '@apollo/gateway/dist/dataRewrites.js'
export { generateHydratedPaths } from '@apollo/gateway/dist/executeQueryPlan.js'
export { computeResponse } from '@apollo/gateway/dist/resultShaping.js'
export { deepMerge } from '@apollo/gateway/dist/utilities/deepMerge.js'
