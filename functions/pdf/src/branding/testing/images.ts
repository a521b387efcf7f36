/** Small images for tests, made of bytes. */
import { crc32, deflateSync } from 'node:zlib';
import { pngSignature } from '../examine-png.ts';

/** A part of a PNG, with its sum. */
export const chunk = (type: string, content: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

type Png = {
  readonly width: number;
  readonly height: number;
  readonly colourType: number;
  readonly depth: number;
  readonly interlaced: number;
  /** Uncompressed rows; as many as the header says when not given. */
  readonly pixels: Buffer;
  /** Further chunks before the picture's data. */
  readonly extra: readonly Buffer[];
};

const samplesOf = (colourType: number) => [1, 0, 3, 1, 2, 0, 4][colourType] ?? 0;

/** A PNG of one colour, transparent where it can be. */
export const aPng = (changes: Partial<Png> = {}): Buffer => {
  const { width = 8, height = 4, colourType = 6, depth = 8, interlaced = 0 } = changes;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colourType, 0, 0, interlaced], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * samplesOf(colourType), 0)]);
  const pixels = changes.pixels ?? Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    pngSignature,
    chunk('IHDR', header),
    ...(colourType === 3 ? [chunk('PLTE', Buffer.from([18, 52, 77]))] : []),
    ...(changes.extra ?? []),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const segment = (marker: number, content: readonly number[]): Buffer =>
  Buffer.from([0xff, marker, 0, content.length + 2, ...content]);

/** What a PDF needs of a JPEG, which it does not decode; the picture itself is nothing. */
export const aJpeg = (
  changes: { readonly frame?: number; readonly components?: number; readonly exif?: string } = {},
): Buffer => {
  const { frame = 0xc0, components = 3, exif } = changes;
  const each = Array.from({ length: components }, (_, index) => [index + 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...(exif === undefined ? [] : [segment(0xe1, [...Buffer.from(exif)])]),
    segment(frame, [8, 0, 4, 0, 8, components, ...each.flat()]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.from([0, 0, 0xff, 0xd9]),
  ]);
};
