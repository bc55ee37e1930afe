import { Arg, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import type { SubgraphDefinition } from '../../../subgraphs/shared/graphql/federation-schema.js'
import { everybody } from '../../../subgraphs/shared/policy/access-rule.js'
import { DeprecatedProduct, Inventory, Product, type ProductResearch, User } from './product-types.js'

const jane: User = {
  email: 'support@apollographql.com',
  name: 'Jane Smith',
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
}
const federation: Product = {
  id: 'apollo-federation',
  sku: 'federation',
  package: '@apollo/federation',
  variation: { id: 'OSS' },
  dimensions: { size: 'small', weight: 1, unit: 'kg' },
  createdBy: jane,
  notes: null,
  research: [{ study: { caseNumber: '1234', description: 'Federation Study' }, outcome: null }],
}
const studio: Product = {
  ...federation,
  id: 'apollo-studio',
  sku: 'studio',
  package: '',
  variation: { id: 'platform' },
  research: [{ study: { caseNumber: '1235', description: 'Studio Study' }, outcome: null }],
}
const products = [federation, studio]
const deprecated: DeprecatedProduct = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: jane,
}

/** Whether an entity has everything that a reference to it says. */
const fits = (entity: unknown, reference: unknown): boolean =>
  typeof reference === 'object' && reference !== null
    ? Object.entries(reference).every(
        ([name, value]) => name === '__typename' || fits((entity as Record<string, unknown>)[name], value),
      )
    : entity === reference

const found =
  <T extends object>(entities: readonly T[]) =>
  async (reference: Readonly<Record<string, unknown>>): Promise<T | null> => {
    const entity = entities.find((candidate) => fits(candidate, reference))
    return entity ? { ...entity } : null
  }

@Resolver()
class ProductsResolver {
  @Query(() => Product, { nullable: true })
  product(@Arg('id', () => ID) id: string): Promise<Product | null> {
    return found(products)({ id })
  }

  @Directive('@deprecated(reason: "Use product query instead")')
  @Query(() => DeprecatedProduct, { nullable: true, deprecationReason: 'Use product query instead' })
  deprecatedProduct(
    @Arg('sku', () => String) sku: string,
    @Arg('package', () => String) name: string,
  ): Promise<DeprecatedProduct | null> {
    return found([deprecated])({ sku, package: name })
  }
}

@Resolver(() => User)
class UserResolver {
  @Directive('@requires(fields: "totalProductsCreated yearsOfEmployment")')
  @FieldResolver(() => Int, { nullable: true })
  averageProductsCreatedPerYear(@Root() { totalProductsCreated, yearsOfEmployment }: User): number | null {
    return totalProductsCreated === null ? null : Math.round(totalProductsCreated / yearsOfEmployment)
  }
}

const research: readonly ProductResearch[] = products.flatMap((product) => product.research)

/** The products subgraph of Apollo’s compatibility tests, defined as ours are. */
export const productsDefinition: SubgraphDefinition<object> = {
  link: `extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@composeDirective", "@extends", "@external", "@key",
      "@inaccessible", "@interfaceObject", "@override", "@provides", "@requires", "@shareable", "@tag"])
    @link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])
    @composeDirective(name: "@custom")
  directive @custom on OBJECT`,
  resolvers: [ProductsResolver, UserResolver],
  orphanedTypes: [Inventory],
  references: {
    Product: found(products),
    DeprecatedProduct: found([deprecated]),
    ProductResearch: found(research),
    User: async (reference) => (reference.email === jane.email ? { ...jane, ...reference } : null),
    Inventory: async ({ id }) => ({ id: String(id), deprecatedProducts: [deprecated] }),
  },
  access: { 'Query.product': everybody, 'Query.deprecatedProduct': everybody },
  admit: () => undefined,
}
