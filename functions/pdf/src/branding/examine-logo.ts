/** Looks at the bytes of a logo before the renderer does, which draws nothing in the place of an image it cannot read. */
import type { LogoImage } from '../invoice/logo-image.ts';
import { BrokenLogo, mustHold } from './broken-logo.ts';
import { examineJpeg, jpegSignature } from './examine-jpeg.ts';
import { examinePng, pngSignature } from './examine-png.ts';

/** Largest logo, in bytes. */
export const largestLogo = 256 * 1024;

/** Longest side of a logo, in pixels: decoding it takes memory by the pixel. */
const longestSide = 2_000;

const startsWith = (data: Buffer, signature: Buffer): boolean =>
  data.subarray(0, signature.length).equals(signature);

const examine = (data: Buffer): LogoImage => {
  if (startsWith(data, pngSignature)) return examinePng(data, longestSide);
  if (startsWith(data, jpegSignature)) return examineJpeg(data, longestSide);
  throw new BrokenLogo('The logo is neither PNG nor JPEG');
};

/**
 * The image in these bytes: PNG or JPEG by its first bytes, of at most 256 KB and 2,000 pixels a side, complete.
 * @throws BrokenLogo naming what is wrong
 */
export const examineLogo = (bytes: Uint8Array): LogoImage => {
  mustHold(bytes.length <= largestLogo, 'The logo is larger than 256 KB');
  try {
    return examine(Buffer.from(bytes));
  } catch (error) {
    if (error instanceof BrokenLogo) throw error;
    // Reading past the end, or data that does not inflate.
    throw new BrokenLogo('The logo is damaged', { cause: error });
  }
};
