import {
  GraphQLError,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  specifiedScalarTypes,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql'

type Values = Readonly<Record<string, unknown>>
/** True for a value that certainly fits; anything else graphql-js has to look at. */
type Fits = (value: unknown) => boolean

/** Says what is wrong with the variables of an operation, as graphql-js does, at little cost where nothing is. */
export function variableCheck(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): (given: Values) => readonly GraphQLError[] {
  const compiler = new FitCompiler()
  const checks = definitions.map(({ type: node, variable, defaultValue }) => {
    const type = typeFromAST(schema, node)
    const fits: Fits = type && isInputType(type) ? compiler.fits(type) : () => false
    const mayBeAbsent = !isNonNullType(type) || defaultValue !== undefined
    return { name: variable.name.value, fits, mayBeAbsent }
  })
  return (given) => {
    const allFit = checks.every(({ name, fits, mayBeAbsent }) =>
      Object.hasOwn(given, name) ? fits(given[name]) : mayBeAbsent,
    )
    return allFit ? [] : (getVariableValues(schema, definitions, given).errors ?? [])
  }
}

class FitCompiler {
  private readonly known = new Map<GraphQLInputType, Fits>()

  fits(type: GraphQLInputType): Fits {
    const known = this.known.get(type)
    if (known) return known
    // Input types may contain themselves, so that what is still being made can be called already.
    let made: Fits = () => false
    this.known.set(type, (value) => made(value))
    made = this.make(type)
    this.known.set(type, made)
    return made
  }

  private make(type: GraphQLInputType): Fits {
    if (isNonNullType(type)) {
      const inner = this.fits(type.ofType)
      return (value) => value !== null && value !== undefined && inner(value)
    }
    const present = this.present(type)
    return (value) => value === null || (value !== undefined && present(value))
  }

  private present(type: GraphQLInputType): Fits {
    if (isListType(type)) {
      const inner = this.fits(type.ofType)
      return (value) => Array.isArray(value) && value.every(inner)
    }
    if (isInputObjectType(type)) return type.isOneOf ? () => false : this.object(Object.values(type.getFields()))
    if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined
    const name = 'name' in type ? type.name : ''
    const isBuiltIn = specifiedScalarTypes.some((scalar) => scalar.name === name)
    // Scalars of our own are read by the subgraphs; here they take anything.
    return isBuiltIn ? (builtIn[name] ?? (() => false)) : () => true
  }

  private object(fields: readonly GraphQLInputField[]): Fits {
    const checks = new Map(fields.map((field) => [field.name, this.fits(field.type)]))
    const required = fields.filter(isRequiredInputField).map(({ name }) => name)
    return (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
      const given = value as Values
      for (const name of Object.keys(given)) if (!checks.get(name)?.(given[name])) return false
      return required.every((name) => Object.hasOwn(given, name))
    }
  }
}

const isText: Fits = (value) => typeof value === 'string'

const builtIn: Readonly<Record<string, Fits>> = {
  String: isText,
  ID: isText,
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
}
