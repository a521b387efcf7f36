/** scripts/cost/prices.json: what AWS asks, by region, and how sure that is. */
import { readJsonFile } from '@bbws/local-aws/json-file';
import * as v from 'valibot';

const Text = v.pipe(v.string(), v.nonEmpty());

const figure = {
  usd: v.pipe(v.number(), v.minValue(0)),
  /** When it was published, or last seen. */
  date: v.pipe(v.string(), v.regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)),
  /** The page that AWS publishes it on. */
  source: v.pipe(v.string(), v.regex(/^https:\/\/aws\.amazon\.com\/\S+$/)),
};

const Figure = v.variant('sure', [
  /** As AWS publishes it for the region; read in public copies of its lists, not on the day of use. */
  v.strictObject({ ...figure, sure: v.literal('list'), basis: v.optional(Text) }),
  /** Made from the prices of another region, or of another service there: `basis` says how. */
  v.strictObject({ ...figure, sure: v.literal('estimate'), basis: Text }),
]);

const Price = v.strictObject({
  /** Under which it is summed up. */
  service: Text,
  unit: Text,
  /** So many units cost `usd`. */
  per: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** By region, or `everywhere`. */
  in: v.record(Text, Figure),
});
type Price = v.InferOutput<typeof Price>;

/** What has a price. */
export const priceNames = [
  ...(['apiRequest', 'lambdaRequest', 'lambdaTime'] as const),
  ...(['tableWrite', 'tableRead', 'tableStorage', 'tableBackup'] as const),
  ...(['topicRequest', 'queueRequest', 'mail', 'mailAttachment'] as const),
  ...(['filePut', 'fileGet', 'fileStorage', 'fileCopyInTime'] as const),
  ...(['logLine', 'logStorage', 'alarmMetric', 'dashboard', 'customMetric', 'trace'] as const),
  ...(['webAcl', 'webAclRule', 'webAclRequest', 'healthCheck'] as const),
  ...(['internetTransfer', 'regionTransfer', 'key', 'keyRequest'] as const),
] as const;
export type PriceName = (typeof priceNames)[number];

export const PriceList = v.strictObject(v.entriesFromList(priceNames, Price));
export type PriceList = v.InferOutput<typeof PriceList>;

/** @throws Error naming the price that does not fit */
export const readPriceList = (): PriceList =>
  readJsonFile(new URL('./prices.json', import.meta.url), PriceList);

/** A price in a region. @throws Error saying what to add when the list has none */
export const priceIn = (prices: PriceList, name: PriceName, region: string) => {
  const { service, per, in: regions } = prices[name];
  const figure = regions[region] ?? regions['everywhere'];
  if (!figure) throw new Error(`prices.json has no ${name} in ${region}: add it.`);
  return { service, usd: figure.usd / per, sure: figure.sure };
};

/** The oldest and the newest month in the list. */
export const datesOf = (
  prices: PriceList,
): { readonly oldest: string; readonly newest: string } => {
  const all: Price[] = Object.values(prices);
  const dates = all.flatMap((price) => Object.values(price.in).map(({ date }) => date)).toSorted();
  return { oldest: dates[0] ?? '', newest: dates.at(-1) ?? '' };
};
