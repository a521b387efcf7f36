/** The logo: the image of the branding, or a mark drawn as vectors with the supplier's name beside it. */
import { Image, Path, Rect, Svg } from '@react-pdf/renderer';
import { beside, space, stack, type Block } from './block.tsx';
import type { Typeface } from './fonts/typeface.ts';
import type { LogoImage } from './logo-image.ts';
import { text } from './text.tsx';
import { colours, type } from './theme.ts';

const edge = 28;
const gap = 9;

/** Room for an image. */
const frame = { width: 190, height: 42 };

// A sheet with a folded corner, and two lines on it.
const paper = 'M9 6H16L20 10V22H9Z';
const fold = 'M16 6L20 10H16Z';
const lines = 'M11.5 13H17.5V14.4H11.5ZM11.5 16.6H17.5V18H11.5Z';

const mark: Block = {
  width: edge,
  height: edge,
  element: (
    <Svg viewBox="0 0 28 28" style={{ width: edge, height: edge }}>
      <Rect x={0} y={0} width={28} height={28} rx={6} ry={6} fill={colours.accent} />
      <Path d={paper} fill={colours.paper} />
      <Path d={fold} fill={colours.hairline} />
      <Path d={lines} fill={colours.accent} />
    </Svg>
  ),
};

const wordmark = (face: Typeface, name: string, width: number): Block =>
  beside([mark, text(face, name, type.wordmark, width - edge - gap)], gap);

const picture = ({ data, format, ...pixels }: LogoImage): Block => {
  const scale = Math.min(frame.width / pixels.width, frame.height / pixels.height);
  const size = { width: pixels.width * scale, height: pixels.height * scale };
  return { ...size, element: <Image src={{ data, format }} style={size} /> };
};

/** The logo in a column of `width` points. An image is as large as its room allows, in its own proportions. */
export const logo = (
  face: Typeface,
  name: string,
  { image, width }: { image: LogoImage | undefined; width: number },
): Block =>
  image === undefined ? wordmark(face, name, width) : stack([picture(image), space(width, 0)]);
