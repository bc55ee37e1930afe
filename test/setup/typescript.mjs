import { registerHooks } from 'node:module'

// Node strips the types by itself; what it does not know is that our `.js` imports name `.ts` files.
registerHooks({
  resolve(specifier, context, next) {
    const isOurs = specifier.startsWith('.') && !context.parentURL?.includes('/node_modules/')
    return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context)
  },
})
