import { badRequest } from '../errors.js'

/** The gateway runs each event as a query for whoever follows, so that nothing is followed here. Throws BAD_REQUEST. */
export const subscribeAtGateway = (): never => {
  throw badRequest('Subscribe at the gateway.')
}
