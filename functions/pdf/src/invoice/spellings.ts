/**
 * How the standard fonts spell what they lack and Unicode does not take apart into one plain letter. A replacement is
 * about as wide as what it replaces: how tall an address or a note can get depends on it.
 */
export const spellings: ReadonlyMap<string, string> = new Map([
  // dashes, primes and other signs
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '–'],
  ['\u2015', '—'],
  ['\u2212', '-'],
  ['\u2032', "'"],
  ['\u2033', '"'],
  ['\u2044', '/'],
  ['№', 'No'],
  // the Afrikaans article, and the clicks of the Khoisan languages
  ['ŉ', '’n'],
  ['ǀ', '|'],
  ['ǁ', '||'],
  ['ǃ', '!'],
  // letters with a bar, a hook or no dot
  ['Ɓ', 'B'],
  ['ɓ', 'b'],
  ['Ɗ', 'D'],
  ['ɗ', 'd'],
  ['ı', 'i'],
  ['Đ', 'D'],
  ['đ', 'd'],
  ['Ħ', 'H'],
  ['ħ', 'h'],
  ['Ł', 'L'],
  ['ł', 'l'],
  ['Ŋ', 'N'],
  ['ŋ', 'n'],
  ['Ŧ', 'T'],
  ['ŧ', 't'],
  // ligatures, as copied out of other documents
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ĳ', 'ij'],
]);
