/** What every page has around its content: the strip on top from the second page on, and the footer. */
import { Page, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { bar, beside, stack, type Block } from './block.tsx';
import type { Measure } from './measure.ts';
import { text } from './text.tsx';
import { colours, contentWidth, sheet, type, type TypeStyle } from './theme.ts';

const twoSided = (measure: Measure, left: string, right: string, style: TypeStyle): Block => {
  const half = contentWidth / 2;
  return beside([text(measure, left, style, half), text(measure, right, style, half, 'right')]);
};

/** Names the invoice on top of a page that continues it. */
export const continuationStrip = (measure: Measure, issuer: string, subject: string): Block =>
  twoSided(measure, issuer, subject, type.label);

/** A sheet of A4 with `content` between its margins and a footer below. */
export const framedPage = (number: number, content: Block, foot: Block): ReactElement => (
  <Page key={number} size="A4" wrap={false}>
    {/* A page that must not wrap is as high as what is in its flow. */}
    <View style={{ width: sheet.width, height: sheet.height }}>
      <View style={{ position: 'absolute', left: sheet.marginX, top: sheet.marginTop }}>
        {content.element}
      </View>
      <View style={{ position: 'absolute', left: sheet.marginX, bottom: sheet.footerBottom }}>
        {foot.element}
      </View>
    </View>
  </Page>
);

/** Who issues the invoice, its subject, and the page's place among the pages. */
export const footer = (
  measure: Measure,
  content: { issuer: string; subject: string; page: number; pages: number },
): Block => {
  const { issuer, subject, page, pages } = content;
  const place = `Page ${String(page)} of ${String(pages)}`;
  return stack(
    [
      bar(contentWidth, 0.6, colours.hairline),
      twoSided(measure, `${issuer} · ${subject}`, place, type.small),
    ],
    6,
  );
};
