/** Run as a bundle, in a process of its own: draws again and again, and writes what that took on stdout as JSON. */
import { goodsLines } from '@bbws/pdf/invoice/testing/sample-orders';
import { aSupplier } from '@bbws/domain/testing/supplier';
import { aRecordedOrder } from '@bbws/domain/testing/builders';
import type { RecordedOrder } from '@bbws/domain/order';

type Draw = (order: RecordedOrder) => Promise<Uint8Array>;

const makers: Readonly<Record<string, () => Promise<Draw>>> = {
  invoice: async () => {
    const { renderInvoice } = await import('@bbws/pdf/invoice/render-invoice');
    const settings = { timeZone: 'Africa/Johannesburg', supplier: aSupplier() };
    return (order) => renderInvoice(order, settings);
  },
  pdfkit: async () => (await import('./draw-with-pdfkit.ts')).drawWithPdfkit,
};

const [, , maker = '', lines = '', repetitions = ''] = process.argv;
const order = aRecordedOrder(goodsLines(Number(lines)));

const start = performance.now();
const draw = await makers[maker]?.();
const bytes = (await draw?.(order))?.length;
const cold = performance.now() - start;

const times: number[] = [];
for (let n = 0; n < Number(repetitions); n += 1) {
  const started = performance.now();
  await draw?.(order);
  times.push(performance.now() - started);
}
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ cold, times, bytes, peakMb }));
