/** Holds the document to Redocly's strict rules. Build time only. */
import { createConfig, lintFromString } from '@redocly/openapi-core';

/** A line per problem; empty when the document passes `recommended-strict`. */
export const lintProblems = async (source: string): Promise<string[]> => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source, config, absoluteRef: 'openapi.json' });
  return problems.map(
    ({ ruleId, message, location }) =>
      `openapi.json ${location.map((place) => place.pointer ?? '').join(', ')}: ${message} (${ruleId})`,
  );
};
