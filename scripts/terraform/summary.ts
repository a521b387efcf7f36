/** What plans make, as a table: resources by type, for each environment and region. Pure. */
import { textTable } from '../operator/words.ts';
import type { Plan } from './plan-file.ts';

/** A plan and whose it is. */
export type NamedPlan = { readonly environment: string; readonly plan: Plan };

/** IAM, Route 53 and budgets lie in no region. */
const inNone = 'global';

/** `sit eu-west-1` */
const placeOf = (environment: string, values: Readonly<Record<string, unknown>>): string =>
  `${environment} ${typeof values['region'] === 'string' ? values['region'] : inNone}`;

/** @param plans in the order of the columns */
export const summary = (plans: readonly NamedPlan[]): string => {
  const made = plans.flatMap(({ environment, plan }) => {
    const own = plan.resources
      .filter(({ mode }) => mode === 'managed')
      .map(({ type, values }) => ({ type, place: placeOf(environment, values) }));
    return own.toSorted((a, b) => a.place.localeCompare(b.place));
  });
  const places = [...new Set(made.map(({ place }) => place))];
  const types = [...new Set(made.map(({ type }) => type))].toSorted();
  const row = (head: string, counted: typeof made) => [
    head,
    ...places.map((place) => counted.filter((each) => each.place === place).length),
  ];
  return textTable(
    ['resources', ...places],
    [
      ...types.map((type) =>
        row(
          type,
          made.filter((each) => each.type === type),
        ),
      ),
      row('all', made),
    ],
  );
};
