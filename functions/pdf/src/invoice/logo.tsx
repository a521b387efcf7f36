/** The bundled logo: a mark drawn as vectors, and the name beside it. */
import { Path, Rect, Svg } from '@react-pdf/renderer';
import { beside, type Block } from './block.tsx';
import type { Measure } from './measure.ts';
import { text } from './text.tsx';
import { colours, type } from './theme.ts';

const edge = 28;
const gap = 9;

// The outline of a B, and its two bowls, which show the ground.
const letter = 'M9 6H15.2A4.3 4.3 0 0 1 17.9 13.4A4.9 4.9 0 0 1 16 22H9Z';
const bowls = 'M12 8.8H14.8A1.7 1.7 0 0 1 14.8 12.2H12ZM12 15H15.4A2 2 0 0 1 15.4 19.2H12Z';

const mark: Block = {
  width: edge,
  height: edge,
  element: (
    <Svg viewBox="0 0 28 28" style={{ width: edge, height: edge }}>
      <Rect x={0} y={0} width={28} height={28} rx={6} ry={6} fill={colours.accent} />
      <Path d={letter} fill={colours.paper} />
      <Path d={bowls} fill={colours.accent} />
    </Svg>
  ),
};

/** The logo in a column of `width` points. */
export const logo = (measure: Measure, width: number): Block =>
  beside([mark, text(measure, 'BBWS', type.wordmark, width - edge - gap)], gap);
