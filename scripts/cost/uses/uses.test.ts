import { describe, expect, test } from '@jest/globals';
import { alarmMetrics } from '../alarms.ts';
import { gigabyte, metricsOfMail, metricsOfRoute } from '../assumptions.ts';
import { aFunctionWork, amountsOf, aPair, aSituation, aWork } from '../testing/situations.ts';
import { allUses } from './all-uses.ts';
import { usesOfCallers } from './of-callers.ts';
import { usesOfMessages } from './of-messages.ts';
import { standingUses } from './of-standing.ts';
import { usesOfStorage } from './of-storage.ts';

const secondsAMonth = 730 * 3600;

describe('callers', () => {
  const work = aWork({
    requests: {
      getOrder: { times: 2, answerBytes: 3 * gigabyte },
      health: { times: 1, answerBytes: 0 },
    },
    downloadedBytes: gigabyte,
    storedFiles: { count: 2, bytes: gigabyte / 2 },
    mails: { count: 3, bytes: 7, attachmentBytes: gigabyte },
  });

  test('use requests, mails and what is sent to them', () => {
    const load = { work, times: 10, region: 'eu-west-1' };

    expect(amountsOf(usesOfCallers(aSituation(), load))).toEqual({
      'apiRequest eu-west-1': 30,
      'internetTransfer eu-west-1': 40,
      'mail eu-west-1': 30,
      'mailAttachment eu-west-1': 10,
    });
  });

  test('use the web ACL and traces where there are any', () => {
    const load = { work, times: 10, region: 'eu-west-1' };
    const situation = aSituation({}, { hasWaf: true, enableXray: true });

    expect(amountsOf(usesOfCallers(situation, load))).toMatchObject({
      'webAclRequest eu-west-1': 30,
      'trace eu-west-1': 1.5,
    });
  });

  test('have their invoices copied to the other region', () => {
    const load = { work, times: 10, region: 'af-south-1' };

    expect(amountsOf(usesOfCallers(aSituation({}, aPair), load))).toMatchObject({
      'filePut eu-west-1': 20,
      'fileCopyInTime af-south-1': 5,
      'regionTransfer af-south-1': 5,
    });
  });
});

describe('storage', () => {
  const order = {
    items: [
      { bytes: gigabyte, indexBytes: gigabyte / 2, keptDays: null },
      { bytes: gigabyte, indexBytes: 0, keptDays: 73 },
      { bytes: 0, indexBytes: gigabyte, keptDays: 3650 },
    ],
    storedFiles: { count: 2, bytes: gigabyte / 4 },
  };

  test('is that of twelve months, or of the months that an item is kept', () => {
    expect(amountsOf(usesOfStorage(aSituation(order, { orders: 10 })))).toEqual({
      'tableStorage eu-west-1': 10 * (12 * 1.5 + 2.4 + 12),
      'tableBackup eu-west-1': 10 * (12 + 2.4),
      'fileStorage eu-west-1': 10 * 12 * 0.25,
    });
  });

  test('is needed in each region', () => {
    const amounts = amountsOf(usesOfStorage(aSituation(order, aPair)));

    expect(amounts['tableBackup af-south-1']).toBe(amounts['tableBackup eu-west-1']);
    expect(amounts['fileStorage af-south-1']).toBe(amounts['fileStorage eu-west-1']);
  });
});

test('messages are received one by one at most, and deleted by batches', () => {
  const order = { functions: { shopper: aFunctionWork({ messages: 2 }) } };

  // One order a second leads to batches of three.
  expect(amountsOf(usesOfMessages(aSituation(order, { orders: secondsAMonth })))).toEqual({
    'queueRequest eu-west-1': secondsAMonth * (2 + 2 * (2 / 3)),
  });
});

describe('what stands there', () => {
  const order = {
    requests: { getOrder: { times: 2, answerBytes: 0 }, createOrder: { times: 1, answerBytes: 0 } },
    functions: {
      api: aFunctionWork({ metrics: ['A', 'B'], calls: { 'sns Publish': 1 } }),
      shopper: aFunctionWork({ metrics: ['A'] }),
    },
  };
  const { functionsFile } = aSituation();

  test('costs without an order', () => {
    expect(amountsOf(standingUses(aSituation(order, { orders: 0 })))).toEqual({
      // One queue, five pollers, every 20 s.
      'queueRequest eu-west-1': (5 * secondsAMonth) / 20,
      'alarmMetric eu-west-1': alarmMetrics(functionsFile),
      'dashboard eu-west-1': 1,
      'key eu-west-1': 1,
    });
  });

  test('has metrics in the hours with orders', () => {
    const metrics = 3 + 2 * metricsOfRoute + metricsOfMail;
    const at = (orders: number) =>
      amountsOf(standingUses(aSituation(order, { orders })))['customMetric eu-west-1'];

    expect(at(73)).toBeCloseTo(metrics / 10);
    expect(at(7300)).toBe(metrics);
  });

  test('asks for a key at each publish, or every five minutes', () => {
    const at = (orders: number) =>
      amountsOf(standingUses(aSituation(order, { orders })))['keyRequest eu-west-1'];

    expect(at(10)).toBe(10);
    expect(at(1_000_000)).toBe(secondsAMonth / 300);
  });

  test('has rules with a web ACL', () => {
    expect(amountsOf(standingUses(aSituation({}, { hasWaf: true })))).toMatchObject({
      'webAcl eu-west-1': 1,
      'webAclRule eu-west-1': 4,
    });
  });

  test('stands twice with two regions, with checks and what watches them', () => {
    expect(amountsOf(standingUses(aSituation({}, { ...aPair, orders: 0 })))).toMatchObject({
      'alarmMetric af-south-1': alarmMetrics(functionsFile) + 3,
      'alarmMetric eu-west-1': alarmMetrics(functionsFile) + 3,
      'healthCheck us-east-1': 2,
      'alarmMetric us-east-1': 2,
      'key us-east-1': 1,
      'customMetric af-south-1': 2 * 4 + metricsOfRoute,
      'customMetric eu-west-1': metricsOfRoute,
    });
  });
});

describe('a month', () => {
  const measured = {
    ...aSituation().measured,
    order: aWork({ requests: { createOrder: { times: 1, answerBytes: 0 } } }),
    sweep: aWork({ functions: { sweeper: aFunctionWork({ readUnits: 5 }) } }),
    health: aWork({ requests: { health: { times: 1, answerBytes: 0 } } }),
  };

  test('has a sweep each minute, and no health checks in one region', () => {
    expect(amountsOf(allUses(aSituation({}, { measured, orders: 9 })))).toMatchObject({
      'apiRequest eu-west-1': 9,
      'tableRead eu-west-1': 5 * 730 * 60,
    });
  });

  test('has sweeps in both regions, and a health check every two seconds', () => {
    const amounts = amountsOf(allUses(aSituation({}, { ...aPair, measured, orders: 9 })));

    expect(amounts).toMatchObject({
      'apiRequest af-south-1': 9 + secondsAMonth / 2,
      'apiRequest eu-west-1': secondsAMonth / 2,
      'tableRead af-south-1': 5 * 730 * 60,
      'tableRead eu-west-1': 5 * 730 * 60,
    });
  });
});
