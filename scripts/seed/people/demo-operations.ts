import { readFileSync } from 'node:fs'
import { readApiSchema } from '../../../gateway/graph/read-api-schema.js'
import { judgeOperation } from '../../../gateway/operation/judge-operation.js'
import type { PartnerManifest } from '../../../gateway/operation/partner-manifest.js'

/** A registered operation of the demonstration as a row. */
export interface DemoOperation {
  accountId: string
  name: string
  version: number
  operationId: string
  kind: string
  text: string
  cost: number
}

/** What the program of the demonstration’s partner runs: the same that `npm run generate` checks. */
export function demoOperations(): DemoOperation[] {
  const { partner, operations } = JSON.parse(
    readFileSync('schema/partner-operations/pat.json', 'utf8'),
  ) as PartnerManifest
  const schema = readApiSchema()
  return operations.map(({ version, body }) => {
    const { name, operationId, kind, text, cost } = judgeOperation(schema, { text: body })
    return { accountId: partner, name, version, operationId, kind, text, cost }
  })
}
