import { compact } from '@enrolment/rulebook/text.js';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const bad = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

function textScalar(
  name: string,
  description: string,
  parse: (text: string) => string,
): GraphQLScalarType<string, string> {
  const parseValue = (value: unknown) => {
    if (typeof value !== 'string') throw bad(`${name} must be a string.`);
    return parse(value);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value as string,
    parseValue,
    parseLiteral: (node) => parseValue(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** The shape alone: whether the day exists is the rulebook's to say, beside everything else that is wrong. */
export const CalendarDate = textScalar(
  'Date',
  'A calendar day in Asia/Shanghai, written YYYY-MM-DD.',
  (text) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw bad('Date must be written YYYY-MM-DD.');
    return text;
  },
);

export const CollectionNumber = textScalar(
  'CollectionNumber',
  '信息采集编号: 14 digits, YYYY DD NNNNNNN C, that is the year of admission, the entry code of the district, a serial number and an ISO 7064 MOD 11,10 check digit. Blanks in the input are ignored.',
  (text) => {
    const number = text.length <= 40 ? compact(text) : '';
    if (!/^\d{14}$/.test(number)) throw bad('CollectionNumber must have 14 digits.');
    return number;
  },
);
