import { describe, expect, test } from '@jest/globals';
import { variableProblems } from './template-variables.ts';

describe('the variables of a template', () => {
  test('are right when they are exactly those of the view', () => {
    const view = { name: 'Thandi', lines: [{ product: 'Tea' }], campaign: { code: 'A' } };

    const problems = variableProblems(
      '{{name}}{{#lines}}{{product}}{{/lines}}{{#campaign}}{{code}}{{/campaign}}{{! note }}',
      view,
    );

    expect(problems).toEqual([]);
  });

  test('are unknown when the view does not offer them', () => {
    const problems = variableProblems('{{name}}{{nmae}}', { name: 'Thandi' });

    expect(problems).toEqual(['unknown variable nmae']);
  });

  test('are missing when the view offers them in vain', () => {
    const problems = variableProblems('{{name}}', { name: 'Thandi', total: 'R 1,00' });

    expect(problems).toEqual(['missing variable total']);
  });

  test('are looked up in their own section only', () => {
    const problems = variableProblems('{{name}}{{#lines}}{{product}}{{name}}{{/lines}}', {
      name: 'Thandi',
      lines: [{ product: 'Tea' }],
    });

    expect(problems).toEqual(['unknown variable lines.name']);
  });

  test('inside an inverted section belong to what encloses it', () => {
    const problems = variableProblems(
      '{{name}}{{#note}}{{text}}{{/note}}{{^note}}{{name}}{{/note}}',
      {
        name: 'Thandi',
        note: { text: 'Hello' },
      },
    );

    expect(problems).toEqual([]);
  });

  test.each(['{{{name}}}', '{{& name}}', '{{> partial}}', '{{=<% %>=}}<% name %>'])(
    'are never written as %s',
    (template) => {
      const check = () => variableProblems(template, { name: 'Thandi' });

      expect(check).toThrow('is not allowed');
    },
  );

  test('need sections that are closed', () => {
    const check = () => variableProblems('{{#lines}}{{product}}', { lines: [{ product: 'Tea' }] });

    expect(check).toThrow('Unclosed section');
  });
});
