/** Reads a PDF back, with another library than wrote it: what stands on each page, and where. */
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text, in points. `x` is its left end and `y` its baseline, seen from the lower left corner of the page. */
export type Run = { text: string; x: number; y: number; width: number; size: number };

export type ReadPage = {
  width: number;
  height: number;
  runs: Run[];
  /** All runs, one per line, with ordinary spaces. */
  text: string;
  links: string[];
};

const runsOf = async (page: PDFPageProxy): Promise<Run[]> => {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('transform' in item) || item.str.trim() === '') return [];
    const [, , , size = 0, x = 0, y = 0] = item.transform.map(Number);
    return [{ text: item.str.replaceAll('\u00A0', ' '), x, y, width: item.width, size }];
  });
};

const read = async (page: PDFPageProxy): Promise<ReadPage> => {
  const { width, height } = page.getViewport({ scale: 1 });
  const runs = await runsOf(page);
  const links = (await page.getAnnotations()).map(({ url }) => String(url));
  return { width, height, runs, text: runs.map((run) => run.text).join('\n'), links };
};

/** The pages of a PDF, and its document properties. */
export const readPdf = async (bytes: Uint8Array) => {
  // The reader takes the bytes it is given away from their owner.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const document = await task.promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(
    numbers.map(async (number) => read(await document.getPage(number))),
  );
  const { info } = await document.getMetadata();
  await task.destroy();
  return { pages, info };
};
