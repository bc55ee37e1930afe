/** Who asks without reporting anything: by validation, and by a dry run of credit. */
export const triers: readonly string[] = ['validation', 'credits trial']

/** True where nothing will rest on the decisions that this caller asks for. */
export const isTrial = (caller: string): boolean => triers.includes(caller)
