/** Reads a PNG as far as it takes to know that decoding it will work, and how large it gets. */
import { crc32, inflateSync } from 'node:zlib';
import type { LogoImage } from '../invoice/logo-image.ts';
import { mustHold } from './broken-logo.ts';

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

type Chunk = { readonly type: string; readonly content: Buffer; readonly bytes: Buffer };

/** What a picture needs. The rest, such as words and animation, is left out: the renderer's reader stumbles over some of it. */
const needed = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const headers = new Set(['IHDR', 'PLTE', 'tRNS']);

const palette = 3;

/** Samples per pixel, by colour type: grey, colour, palette, grey and alpha, colour and alpha. */
const samples = new Map([
  [0, 1],
  [2, 3],
  [palette, 1],
  [4, 2],
  [6, 4],
]);

const chunksOf = (data: Buffer): Chunk[] => {
  const chunks: Chunk[] = [];
  let at = pngSignature.length;
  while (chunks.at(-1)?.type !== 'IEND') {
    const length = data.readUInt32BE(at);
    const end = at + 8 + length;
    const sum = data.readUInt32BE(end);
    mustHold(crc32(data.subarray(at + 4, end)) === sum, 'The logo is damaged');
    chunks.push({
      type: data.toString('latin1', at + 4, at + 8),
      content: data.subarray(at + 8, end),
      bytes: data.subarray(at, end + 4),
    });
    at = end + 4;
  }
  return chunks.filter(({ type }) => needed.has(type));
};

/** Each row begins with the number of its filter: 0 to 4. For any other the renderer throws where nobody can catch it. */
const hasKnownFilters = (rows: Buffer, rowLength: number): boolean => {
  for (let at = 0; at < rows.length; at += rowLength) if (rows.readUInt8(at) > 4) return false;
  return true;
};

/** @throws BrokenLogo, or another error where the file ends too early */
export const examinePng = (data: Buffer, longestSide: number): LogoImage => {
  const chunks = chunksOf(data);
  const [first] = chunks;
  mustHold(first?.type === 'IHDR' && first.content.length === 13, 'The logo is damaged');
  const once = chunks.map(({ type }) => type).filter((type) => headers.has(type));
  mustHold(new Set(once).size === once.length, 'The logo is damaged');
  const header = first.content;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  mustHold(width > 0 && height > 0, 'The logo is damaged');
  mustHold(width <= longestSide && height <= longestSide, 'The logo has too many pixels');
  const [depth = 0, colourType = 0, , , interlaced] = header.subarray(8);
  const perPixel = samples.get(colourType);
  mustHold(perPixel !== undefined && depth === 8, 'The logo does not have 8 bits per sample');
  mustHold(interlaced === 0, 'The logo is interlaced');
  mustHold(
    colourType !== palette || chunks.some(({ type }) => type === 'PLTE'),
    'The logo has no palette',
  );
  // Bounded, since a small file may inflate to anything.
  const rowLength = 1 + width * perPixel;
  const expected = height * rowLength;
  const packed = Buffer.concat(
    chunks.filter(({ type }) => type === 'IDAT').map(({ content }) => content),
  );
  const inflated = inflateSync(packed, { maxOutputLength: expected });
  mustHold(inflated.length === expected, 'The logo is damaged');
  mustHold(hasKnownFilters(inflated, rowLength), 'The logo is damaged');
  const lean = Buffer.concat([pngSignature, ...chunks.map(({ bytes }) => bytes)]);
  return { format: 'png', data: lean, width, height };
};
