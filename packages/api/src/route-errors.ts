/** Which errors a route can answer: its own, and those that every route of its kind shares. */
import { errorCatalogue, type ErrorCode } from '@bbws/domain/error-catalogue';
import type { Route } from './route.ts';

const ofEveryRoute = [
  'TOO_MANY_REQUESTS',
  'BAD_GATEWAY',
  'SERVICE_UNAVAILABLE',
  'GATEWAY_TIMEOUT',
] as const satisfies readonly ErrorCode[];

// The health check knows one fault only: 503.
const ofOrdersAndInvoices = ['INTERNAL_ERROR'] as const satisfies readonly ErrorCode[];

const ofTenantRoutes = ['UNAUTHORIZED', 'TENANT_MISSING'] as const satisfies readonly ErrorCode[];

/** Every error code that the route documents, by status. */
export const errorsOf = (route: Route): readonly ErrorCode[] =>
  [
    ...route.errors,
    ...(route.access === 'tenant' ? ofTenantRoutes : []),
    ...(route.tag === 'Service' ? [] : ofOrdersAndInvoices),
    ...ofEveryRoute,
  ].toSorted((one, other) => errorCatalogue[one].status - errorCatalogue[other].status);
