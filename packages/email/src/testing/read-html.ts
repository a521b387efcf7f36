/** A mail as a browser reads it: parsed by the rules of HTML, not by looking for angle brackets. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** The pieces of text of a mail in order, of its title and preview too, without styles. */
export const textsOf = (html: string): readonly string[] => {
  const texts = (node: Node): readonly string[] => {
    if (node.nodeName === 'style' || node.nodeName === 'script') return [];
    if ('value' in node) return [node.value];
    return 'childNodes' in node ? node.childNodes.flatMap(texts) : [];
  };
  return texts(parse(html)).filter((text) => text.trim() !== '');
};

/** Every element with its attributes and what it encloses, of links with their addresses: what no value may change. */
export const shapeOf = (html: string): string => {
  const shape = (node: Node): string => {
    if (node.nodeName === '#text') return '';
    const attributes = 'attrs' in node ? node.attrs : [];
    const names = attributes.map(({ name, value }) =>
      name === 'href' || name === 'src' ? `${name}=${value}` : name,
    );
    const inner = 'childNodes' in node ? node.childNodes.map(shape).join('') : '';
    return `<${node.nodeName} ${names.join(' ')}>${inner}</>`;
  };
  return shape(parse(html));
};
