/** Finds the routes of a path. */
import type { GatewayRoute } from './gateway-route.ts';

export type RouteMatch = {
  readonly route: GatewayRoute;
  /** As they were sent: a REST API hands them over still percent-encoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
};

const matchTemplate = (template: string, path: string): Record<string, string> | undefined => {
  const expected = template.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = actual[index];
    const [, name] = /^\{(\w+)\}$/.exec(segment) ?? [];
    if (name && value) parameters[name] = value;
    else if (segment !== value) return undefined;
  }
  return parameters;
};

/** The routes whose path this is, whatever their method. */
export const matchRoutes = (routes: readonly GatewayRoute[], path: string): RouteMatch[] =>
  routes.flatMap((route) => {
    const pathParameters = matchTemplate(route.path, path);
    return pathParameters ? [{ route, pathParameters }] : [];
  });
