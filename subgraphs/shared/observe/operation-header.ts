/** The header that tells a part for which operation of the gateway it is asked. */
export const operationHeader = 'x-creditgraph-operation'

/** What an operation is called whose text came with the request. */
export const adHoc = 'ad hoc'
