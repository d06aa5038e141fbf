import fc from 'fast-check'

/** A name as an address may hold it: known ones, near misses, and none at all. */
export const fuzzName = fc.oneof(
  fc.constantFrom(
    'production',
    'helpline-open-door',
    'drafts.helpline-open-door',
    'place-centralia-station',
    'fuzz.1',
    'drafts.fuzz.1',
    'versions.r1.fuzz.1',
    '_.groups.public',
    '-',
    '.',
    'a'.repeat(200),
    'x,y,z',
    '%2e%2e%2f',
    '__proto__',
    'constructor',
  ),
  fc.stringMatching(/^[A-Za-z0-9._-]{0,24}$/),
)

/** Text with what text can hold: scripts, halves of characters, control characters, quotes. */
export const fuzzText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed()),
  fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.toWellFormed()),
  fc.constantFrom('', ' ', '\u0000', '\u202e', '"', "'; DROP TABLE documents; --", '$', '../..'),
)

/** Values as JSON has them, and such as only our formats have. */
export const fuzzJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(null, [], {}, { _ref: 'fuzz.1', _type: 'reference' }, { _ref: 3 }, { _key: '' }),
  fc.nat(400).map((depth) => JSON.parse('['.repeat(depth + 1) + ']'.repeat(depth + 1))),
)

const term = fc.constantFrom(
  '*',
  '_id',
  '_type',
  '^',
  '^.^._id',
  '@',
  'now()',
  'identity()',
  'note',
  'numbers[0].dial',
  'organization->name',
  '"a"',
  '1',
  'null',
  '$p',
  'count(*)',
  '*[_type == "place"]',
  'string::split("a b", " ")',
  'geo::distance(@, @)',
  'pt::text(body)',
  'text::query($p)',
  'path("drafts.**")',
  'references($p)',
)

const operator = fc.constantFrom('==', '!=', '<', '>=', 'in', 'match', '&&', '||')

/** GROQ, right and wrong. */
export const fuzzQuery: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fuzzText },
  {
    weight: 6,
    arbitrary: fc
      .array(
        fc.oneof(
          { weight: 3, arbitrary: term },
          {
            weight: 2,
            arbitrary: fc.constantFrom(
              ' == ',
              ' in ',
              ' match ',
              ' && ',
              ' || ',
              ' | order(',
              '[',
              ']',
              '{',
              '}',
              '(',
              ')',
              '...',
              ' => ',
              ', ',
              '->',
              '.',
              ' desc',
              '[0..5]',
              '[0...1e9]',
              '!',
              '-',
              '**',
              ' % ',
              ' | score(',
              'boost(',
              'select(',
              'coalesce(',
              'defined(',
              '//\n',
              ':',
            ),
          },
        ),
        { minLength: 1, maxLength: 14 },
      )
      .map((parts) => parts.join('')),
  },
  {
    weight: 9,
    arbitrary: fc
      .record({ left: term, operator, right: term, order: term, shown: term, more: term })
      .map(
        ({ left, operator: sign, right, order, shown, more }) =>
          `*[${left} ${sign} ${right}] | order(${order} desc)[0...20]{"x": ${shown}, "y": ${more}}`,
      ),
  },
)
