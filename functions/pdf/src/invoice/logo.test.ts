import { describe, expect, test } from '@jest/globals';
import { aRecordedOrder } from '@bbws/domain/testing/builders';
import fc from 'fast-check';
import { examineLogo } from '../branding/examine-logo.ts';
import { aJpeg, aPng, chunk } from '../branding/testing/images.ts';
import { renderInvoice } from './render-invoice.ts';
import { imagesOf } from './testing/read-images.ts';
import { aSupplier } from '@bbws/domain/testing/supplier';

const render = (logo?: ReturnType<typeof examineLogo>) =>
  renderInvoice(aRecordedOrder(), { timeZone: 'Africa/Johannesburg', supplier: aSupplier(), logo });

/** The image, or none where the bytes are refused. */
const examined = (bytes: Uint8Array) => {
  try {
    return examineLogo(bytes);
  } catch {
    return undefined;
  }
};

describe('The logo of an invoice', () => {
  test('is a mark drawn as vectors, and the name, when no image is given', async () => {
    expect(await imagesOf(await render())).toEqual([]);
  });

  test.each([0, 2, 3, 4, 6])('is the image given, of colour type %i', async (colourType) => {
    const logo = examineLogo(aPng({ colourType, width: 40, height: 10 }));

    expect(await imagesOf(await render(logo))).toEqual([{ width: 168, height: 42 }]);
  });

  test('is drawn however many words its file holds', async () => {
    const words = chunk('tEXt', Buffer.alloc(200_000, 'x'));
    const logo = examineLogo(aPng({ width: 40, height: 10, extra: [words] }));

    expect(await imagesOf(await render(logo))).toEqual([{ width: 168, height: 42 }]);
  });

  test('is no wider than its room', async () => {
    const logo = examineLogo(aPng({ width: 190, height: 10 }));

    expect(await imagesOf(await render(logo))).toEqual([{ width: 190, height: 10 }]);
  });

  test('may be a JPEG', async () => {
    const bytes = Buffer.from(await render(examineLogo(aJpeg()))).toString('latin1');

    expect(bytes).toContain('/Filter /DCTDecode');
  });

  test('gives the same bytes again', async () => {
    const [first, second] = [await render(examineLogo(aPng())), await render(examineLogo(aPng()))];

    expect(Buffer.compare(first, second)).toBe(0);
  });

  test('is drawn whenever it was not refused, whatever was done to its bytes', async () => {
    const flips = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 255 })), {
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(aPng({ colourType: 3 }), aPng(), aJpeg()),
        flips,
        async (image, changes) => {
          const bytes = Buffer.from(image);
          for (const [at, by] of changes)
            bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by;
          const logo = examined(bytes);

          const invoice = Buffer.from(await render(logo)).toString('latin1');

          expect(invoice.includes('/Subtype /Image')).toBe(logo !== undefined);
        },
      ),
      { numRuns: 100 },
    );
  });
});
