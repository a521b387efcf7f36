import { expect, test } from '@jest/globals';
import { sampleViews } from './sample-views.ts';
import { templateNames } from './template.ts';

const repeatedNames = (view: unknown, outer: readonly string[] = []): readonly string[] => {
  if (Array.isArray(view)) return view.flatMap((item) => repeatedNames(item, outer));
  if (typeof view !== 'object' || view === null) return [];
  const names = Object.keys(view);
  return [
    ...names.filter((name) => outer.includes(name)),
    ...Object.values(view).flatMap((value) => repeatedNames(value, [...outer, ...names])),
  ];
};

test.each(templateNames)('the view of %s never repeats a name of an enclosing object', (name) => {
  const view = sampleViews[name];

  const repeated = repeatedNames(view);

  expect(repeated).toEqual([]);
});
