import { readFileSync } from 'node:fs';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';
import { describe, expect, test } from '@jest/globals';
import { root } from '../lib/root.ts';
import { alarmMetrics, ownAlarms } from './alarms.ts';
import { metricsOfCopying, webAclRules } from './assumptions.ts';

const hcl = (file: string) => readFileSync(`${root}/terraform/modules/${file}.tf`, 'utf8');
/** Names of alarms, or groups of them, in the order of the file. */
const anchors = (file: string) =>
  [...hcl(`monitoring/${file}`).matchAll(/\banchor +=\s*"([a-z-]+)"/g)].map(([, name]) => name);

describe('the alarms that are counted are those of terraform/modules/monitoring', () => {
  test('of a function', () => {
    expect(anchors('alarms-functions')).toEqual(['errors', 'duration', 'throttles', 'silent']);
    expect(hcl('monitoring/alarms-functions')).toContain('for metric in ["Errors", "Invocations"]');
  });

  test('of a queue', () => {
    expect(anchors('alarms-queues')).toEqual(['dead-letters', 'message-age']);
  });

  test('of the service’s own metrics, and of whom', () => {
    const whose = (of: string) =>
      Object.entries({
        'keys(var.consumers)': ['customer-confirm', 'internal-notify', 'pdf', 'record-creator'],
        'local.publishers': ['create', 'record-creator', 'update'],
        'local.sweepers': ['sweeper'],
        'local.mailers': ['customer-confirm', 'internal-notify'],
        'local.renderers': ['pdf'],
        'local.shoppers': ['record-creator'],
      }).find(([name]) => name === of)?.[1];
    const rows = [
      ...hcl('monitoring/alarms-orders').matchAll(
        /^ {4}([a-z-]+) += \{ metric = .* of = ([\w.()]+),/gm,
      ),
    ];
    const { functions } = readFunctionsFile();

    const counted = Object.entries(ownAlarms).map(([name, sees]) => [
      name,
      Object.keys(functions)
        .filter((one) => functions[one] && sees(functions[one]))
        .toSorted(),
    ]);

    expect(counted).toEqual(rows.map(([, name, of = '']) => [name, whose(of)]));
  });

  test('of the services', () => {
    const operations = /table_operations = \[(.*)\]/.exec(hcl('monitoring/alarms-services'))?.[1];

    expect(anchors('alarms-services')).toEqual([
      ...['api-errors', 'api-latency', 'table-throttles', 'replication-lag'],
    ]);
    expect(operations?.split(',')).toHaveLength(6);
  });

  test('of the copies of invoices', () => {
    const alarms = /alarms = \{([\s\S]*?)\n {2}\}/.exec(hcl('replication/alarms'))?.[1] ?? '';

    expect([...alarms.matchAll(/^ {4}(\w+) = \{/gm)].map(([, name]) => name)).toEqual([
      'failed',
      'late',
    ]);
    expect(metricsOfCopying).toBe(4);
  });

  test('add up to 76 metrics in a region', () => {
    // Nine functions of four, the schedule's one, four queues of two, 19 own ones, six and six of services and table.
    expect(alarmMetrics(readFunctionsFile())).toBe(9 * 4 + 1 + 4 * 2 + 19 + 6 + 6);
  });
});

test('a web ACL has the rules that are counted', () => {
  const groups = hcl('waf/main').match(/"AWSManagedRules\w+"/g) ?? [];

  expect(webAclRules).toBe(1 + groups.length);
});
