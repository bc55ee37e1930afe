import { jest, runChecks, runNode } from './checks.js'

const failed = await runChecks()
console.log('Generated files …')
if ((await runNode([...jest, 'scripts/generate'])) !== 0) failed.push('Generated files')
console.log(failed.length ? `Failed: ${failed.join(', ')}.` : 'All checks passed.')
process.exitCode = failed.length ? 1 : 0
