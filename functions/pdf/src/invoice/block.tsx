/**
 * Blocks: things to draw whose size is known beforehand, stacked and set side by side. Pages are cut by these sizes, and
 * the renderer draws each block in exactly its own.
 */
import { Link, View } from '@react-pdf/renderer';
import { Fragment, type ReactElement } from 'react';

/** Something to draw, with its size in points. */
export type Block = {
  readonly width: number;
  readonly height: number;
  readonly element: ReactElement;
};

const elementsOf = (blocks: readonly Block[]) =>
  blocks.map(({ element }, place) => <Fragment key={place}>{element}</Fragment>);

const gapsOf = (blocks: readonly Block[], gap: number) => Math.max(blocks.length - 1, 0) * gap;

/** Blocks one below the other, `gap` points apart. */
export const stack = (blocks: readonly Block[], gap = 0): Block => {
  const width = Math.max(0, ...blocks.map((block) => block.width));
  const height = blocks.reduce((sum, block) => sum + block.height, gapsOf(blocks, gap));
  const element = <View style={{ width, height, rowGap: gap }}>{elementsOf(blocks)}</View>;
  return { width, height, element };
};

/** Blocks side by side from the same top, `gap` points apart. */
export const beside = (blocks: readonly Block[], gap = 0): Block => {
  const width = blocks.reduce((sum, block) => sum + block.width, gapsOf(blocks, gap));
  const height = Math.max(0, ...blocks.map((block) => block.height));
  const style = { width, height, flexDirection: 'row', columnGap: gap } as const;
  return { width, height, element: <View style={style}>{elementsOf(blocks)}</View> };
};

/** Room beside (`x`) and above and below (`y`) a block, and how it looks. */
export type Padding = {
  readonly x?: number;
  readonly y: number;
  readonly backgroundColor?: string;
  readonly borderRadius?: number;
};

/** A block with room around it. */
export const padded = (
  { width, height, element }: Block,
  { x = 0, y, ...look }: Padding,
): Block => {
  const size = { width: width + 2 * x, height: height + 2 * y };
  const style = { ...look, ...size, paddingHorizontal: x, paddingVertical: y };
  return { ...size, element: <View style={style}>{element}</View> };
};

/** Nothing, of a size: keeps a column open. */
export const space = (width: number, height: number): Block => ({
  width,
  height,
  element: <View style={{ width, height }} />,
});

/** A bar of colour; a thin one is a rule. */
export const bar = (width: number, height: number, backgroundColor: string): Block => ({
  width,
  height,
  element: <View style={{ width, height, backgroundColor }} />,
});

/** A block that opens a web address. */
export const linked = (block: Block, address: string): Block => ({
  ...block,
  element: (
    <Link src={new URL(address).href} style={{ textDecoration: 'none' }}>
      {block.element}
    </Link>
  ),
});
