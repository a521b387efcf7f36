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
    '<{{name}}>',
    '<p {{name}}="x">y</p>',
    '<p title="x y={{name}}>z</p>',
    '<style>{{name}}',
    '<p>x</p><!-- {{name}}',
    '<meta http-equiv="refresh" content="0;url={{name}}">',
  ])('in %s', (html) => {
    expect(contextProblems(html).length).toBeGreaterThan(0);
  });
});

describe('Nothing runs', () => {
  test.each([
    '<body onload="go()">',
    "<svg/onload='go()'>",
    '<p onclick=go()>x</p>',
    '<a href="javascript:go()">x</a>',
    '<iframe src="https://example.com"></iframe>',
  ])('as in %s', (html) => {
    expect(contextProblems(html)).toContain('a mail has no script');
  });

  test('in words about it', () => {
    expect(contextProblems('<p>Press on = to run javascript: code</p>')).toEqual([]);
  });
});
