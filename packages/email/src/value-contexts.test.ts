import { describe, expect, test } from '@jest/globals';
import { templates } from './generated/templates.ts';
import { templateNames } from './template.ts';
import { contextProblems } from './value-contexts.ts';

describe('A value is safe', () => {
  test.each(templateNames)('wherever %s shows one', (name) => {
    expect(contextProblems(templates[name].html)).toEqual([]);
  });

  test.each([
    '<p>{{ name }}</p>',
    '<img alt="{{name}}" src="https://example.com/a.png">',
    '<a href="{{ trackingUrl }}">{{name}}</a>',
    '<a href="mailto:{{supportAddress}}">x</a>',
    '<td class="badge {{tone}}">x</td>',
    '<td title="a > b">{{name}}</td>',
  ])('in %s', (html) => {
    expect(contextProblems(html)).toEqual([]);
  });
});

describe('A value is not safe', () => {
  test.each([
    '<a href="{{productName}}">x</a>',
    '<a href="https://example.com/{{productName}}">x</a>',
    '<a href="mailto:{{customerEmail}}">x</a>',
    '<img src="{{trackingUrl}}">',
    '<p style="color: {{name}}">x</p>',
    '<p onclick="{{name}}">x</p>',
    '<p class="{{name}}">x</p>',
    '<p title={{name}}>x</p>',
    "<p title='{{name}}'>x</p>",
    '<p {{name}}>x</p>',
    '<style>.a { color: {{name}} }</style>',
    '<!-- {{name}} -->',
    '<script>{{name}}</script>',
    '<script>alert(1)</script>',
  ])('in %s', (html) => {
    expect(contextProblems(html).length).toBeGreaterThan(0);
  });
});
