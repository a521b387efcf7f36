import { describe, expect, test } from '@jest/globals';
import { alarmAnchors } from './alarm-anchors.ts';

const anchorsIn = (text: string) => [...alarmAnchors([{ path: 'alarms.tf', text }])];

describe('The anchors of alarms', () => {
  test.each([
    ['a word', '      anchor      = "dead-letters"', ['dead-letters']],
    ['a choice', 'anchor = metric == "Failed" ? "undelivered" : "lost"', ['undelivered', 'lost']],
    [
      'a link',
      'alarm_description = "It is. ${var.runbook_url}#region-unhealthy"',
      ['region-unhealthy'],
    ],
    [
      'the keys of a map',
      [
        '  signals = {',
        '    # A comment.',
        '    failed-items  = { metric = "A" }',
        '    cart-faults   = { metric = "B", at = 5 }',
        '  }',
        '  alarms = { for anchor, signal in local.signals : "x" => {',
        '        anchor = anchor',
      ].join('\n'),
      ['failed-items', 'cart-faults'],
    ],
  ])('are found in %s', (_, text, anchors) => {
    expect(anchorsIn(text)).toEqual(anchors);
  });

  test.each([
    ['an expression', 'anchor = var.anchor', '"anchor = var.anchor" is not understood'],
    [
      'a map that is elsewhere',
      'for anchor, x in local.far :\nanchor = anchor',
      'local.far is not',
    ],
    [
      'an alarm without a link',
      'resource "aws_cloudwatch_metric_alarm" "x" {}',
      'has an alarm whose description links to no runbook',
    ],
  ])('are never left out in silence: %s', (_, text, words) => {
    expect(() => anchorsIn(text)).toThrow(words);
  });
});
