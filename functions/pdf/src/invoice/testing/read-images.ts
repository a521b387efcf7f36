/** Reads the images of a PDF back, in the size they are drawn in. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as v from 'valibot';

const Matrix = v.tuple([v.number(), v.number(), v.number(), v.number(), v.number(), v.number()]);

const painted = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject]);

/** Width and height of each image on the first page, in points. */
export const imagesOf = async (bytes: Uint8Array) => {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  await task.destroy();
  return fnArray.flatMap((operation, index) => {
    if (!painted.has(operation)) return [];
    const before = fnArray.lastIndexOf(OPS.transform, index);
    const [width, , , height] = v.parse(Matrix, argsArray[before]);
    return [{ width: Math.round(width), height: Math.round(Math.abs(height)) }];
  });
};
