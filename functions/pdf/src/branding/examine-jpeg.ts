/** Reads a JPEG as far as it takes to know its size. A PDF carries it as it is: nothing is decoded here. */
import jpeg from 'jay-peg';
import type { LogoImage } from '../invoice/logo-image.ts';
import { mustHold } from './broken-logo.ts';

export const jpegSignature = Buffer.from([0xff, 0xd8, 0xff]);

const startOfScan = 0xda;
/** Baseline, extended and progressive: what PDF readers show. */
const frames = new Set([0xc0, 0xc1, 0xc2]);
const endOfImage = Buffer.from([0xff, 0xd9]);

/** Application data, such as of a camera, but for JFIF's and Adobe's own, which say how colours are stored. */
const isForeign = (marker: number): boolean => marker > 0xe0 && marker < 0xf0 && marker !== 0xee;

type Segment = { readonly marker: number; readonly bytes: Buffer };

/** The segments before the picture's data, and the rest. */
const segmentsOf = (data: Buffer) => {
  const segments: Segment[] = [];
  let at = 2;
  for (;;) {
    mustHold(data.readUInt8(at) === 0xff, 'The logo is damaged');
    const marker = data.readUInt8(at + 1);
    if (marker === startOfScan) return { segments, rest: data.subarray(at) };
    const end = at + 2 + data.readUInt16BE(at + 2);
    segments.push({ marker, bytes: data.subarray(at, end) });
    at = end;
  }
};

/** @throws BrokenLogo, or another error where the file ends too early */
export const examineJpeg = (data: Buffer, longestSide: number): LogoImage => {
  mustHold(data.subarray(-2).equals(endOfImage), 'The logo is damaged');
  const { segments, rest } = segmentsOf(data);
  const frame = segments.find(({ marker }) => frames.has(marker))?.bytes;
  mustHold(frame !== undefined, 'The logo is a kind of JPEG that PDF does not have');
  const [bits, height, width] = [frame.readUInt8(4), frame.readUInt16BE(5), frame.readUInt16BE(7)];
  mustHold(bits === 8 && [1, 3].includes(frame.readUInt8(9)), 'The logo is not grey or colour');
  mustHold(width > 0 && height > 0, 'The logo is damaged');
  mustHold(width <= longestSide && height <= longestSide, 'The logo has too many pixels');
  const kept = segments.filter(({ marker }) => !isForeign(marker)).map(({ bytes }) => bytes);
  const lean = Buffer.concat([data.subarray(0, 2), ...kept, rest]);
  // The renderer reads it with this very library: what that cannot read throws here.
  jpeg.decode(lean);
  return { format: 'jpg', data: lean, width, height };
};
