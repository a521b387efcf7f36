import { describe, expect, test } from '@jest/globals';
import { BrokenLogo } from './broken-logo.ts';
import { examineLogo } from './examine-logo.ts';
import { aJpeg, aPng, chunk } from './testing/images.ts';

const reasonOf = (bytes: Uint8Array): string => {
  try {
    examineLogo(bytes);
    return 'none';
  } catch (error) {
    return error instanceof BrokenLogo ? error.message : 'another error';
  }
};

const damaged = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};

describe('A logo', () => {
  test.each([0, 2, 3, 4, 6])('may be a PNG of colour type %i', (colourType) => {
    const data = aPng({ colourType });

    expect(examineLogo(data)).toEqual({ format: 'png', data, width: 8, height: 4 });
  });

  test.each([
    ['baseline', 0xc0],
    ['progressive', 0xc2],
  ])('may be a %s JPEG', (_, frame) => {
    const data = aJpeg({ frame });

    expect(examineLogo(data)).toEqual({ format: 'jpg', data, width: 8, height: 4 });
  });

  test('loses what a camera wrote into it', () => {
    const { data } = examineLogo(aJpeg({ exif: 'Exif: taken at home' }));

    expect(data.includes('home')).toBe(false);
    expect(data).toEqual(aJpeg());
  });

  test('loses what a PNG holds beside its picture', () => {
    const extra = [chunk('tEXt', Buffer.alloc(200_000, 'x')), chunk('acTL', Buffer.alloc(8))];

    expect(examineLogo(aPng({ extra })).data).toEqual(aPng());
  });

  test.each([
    ['is empty', Buffer.alloc(0), 'The logo is neither PNG nor JPEG'],
    ['is text', Buffer.from('<svg onload="alert(1)"/>'), 'The logo is neither PNG nor JPEG'],
    ['is too large', Buffer.alloc(256 * 1024 + 1), 'The logo is larger than 256 KB'],
    ['has too many pixels', aPng({ width: 2001, height: 1 }), 'The logo has too many pixels'],
    ['has no pixels', aPng({ width: 0 }), 'The logo is damaged'],
    ['has 16 bits', aPng({ depth: 16 }), 'The logo does not have 8 bits per sample'],
    ['is interlaced', aPng({ interlaced: 1 }), 'The logo is interlaced'],
    ['ends early', aPng().subarray(0, 40), 'The logo is damaged'],
    ['is a signature alone', aPng().subarray(0, 8), 'The logo is damaged'],
    ['has a flipped byte', damaged(aPng(), 45), 'The logo is damaged'],
    ['lacks pixels', aPng({ pixels: Buffer.alloc(20) }), 'The logo is damaged'],
    ['inflates to far more', aPng({ pixels: Buffer.alloc(9_000_000) }), 'The logo is damaged'],
    ['has an unknown filter', aPng({ pixels: Buffer.alloc(132, 5) }), 'The logo is damaged'],
    [
      'has a second header',
      aPng({ extra: [chunk('IHDR', Buffer.alloc(13))] }),
      'The logo is damaged',
    ],
    ['is a JPEG that ends early', aJpeg().subarray(0, 30), 'The logo is damaged'],
    [
      'is a JPEG without frame',
      aJpeg({ frame: 0xfe }),
      'The logo is a kind of JPEG that PDF does not have',
    ],
    [
      'is a lossless JPEG',
      aJpeg({ frame: 0xc3 }),
      'The logo is a kind of JPEG that PDF does not have',
    ],
    ['is made for print', aJpeg({ components: 4 }), 'The logo is not grey or colour'],
    ['is a JPEG with a damaged segment', damaged(aJpeg(), 2), 'The logo is neither PNG nor JPEG'],
    ['is a JPEG whose segment is too long', damaged(aJpeg(), 4), 'The logo is damaged'],
  ])('that %s is refused', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
  });
});
