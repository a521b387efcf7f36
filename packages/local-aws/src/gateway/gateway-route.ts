/** What the gateway knows of a row of the table of routes. */
import type { Route } from '@bbws/api/route';

export type GatewayRoute = Pick<Route, 'access' | 'function' | 'method' | 'operationId' | 'path'>;
