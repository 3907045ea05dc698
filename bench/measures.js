// This is what is measured: how the service and each peer are asked, and what the figures should be.

const post = (path, body, headers = {}) => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

const graphql = (body, headers) => post('/graphql', body, headers);

let hosts = 0;
/** Every family has an address of its own, because rates are limited per network. */
const address = () => {
  hosts += 1;
  return { 'x-forwarded-for': `10.${(hosts >> 16) & 255}.${(hosts >> 8) & 255}.${hosts & 255}` };
};

/** Takes the requests in turn and then starts again from the first. */
function around(requests) {
  let n = 0;
  return () => requests[n++ % requests.length];
}

function once(requests) {
  let n = 0;
  return () => requests[n++] ?? null;
}

const holds = (word) => (text) => text.includes(word) && !text.includes('"errors"');

const asFamilies =
  (name, word, variablesOf = () => undefined, choose = ({ families }) => families) =>
  async ({ city, documents }) => {
    const requests = await Promise.all(
      choose(city).map(async (family) =>
        graphql(
          { documentId: documents[name], variables: variablesOf(family) },
          { authorization: `Bearer ${await city.issuer.tokenOf(family.subject ?? family)}`, ...address() },
        ),
      ),
    );
    return { next: around(requests), good: holds(word) };
  };

const asPeer =
  (query, word, variablesOf, choose = ({ families }) => families) =>
  async ({ city }) => ({
    next: around(choose(city).map((family) => graphql({ query, variables: variablesOf(family) }))),
    good: holds(word),
  });

const rate = (target, peer) => (figure) => figure(target, 'rate') / figure(peer, 'rate');
const many = ({ many: families }) => families;

export const MEASURES = [
  {
    name: 'point read',
    targets: {
      service: asFamilies('RecordPeople', '"role":"FIRST"', ({ number }) => ({ number })),
      postgraphile: asPeer(
        `query ($number: String!) { collectionRecordByNumber(number: $number) { number service stage registeredAt
           childByRecordIdAndSeason { nameSealed documentType birthDateSealed }
           guardiansByRecordIdAndSeason { nodes { role nameSealed phoneSealed } } } }`,
        'guardiansByRecordIdAndSeason',
        ({ number }) => ({ number }),
      ),
      mercurius: asPeer(
        `query ($number: String!) { collectionRecord(number: $number) { number service stage registeredAt
           child { name documentType birthDate } guardians { role name phone } } }`,
        '"role":"FIRST"',
        ({ number }) => ({ number }),
      ),
    },
    goals: [
      {
        what: 'point read, of PostGraphile’s bare read',
        wanted: 1,
        reached: rate('service', 'postgraphile'),
      },
    ],
  },
  {
    name: 'list of 50 with sealed names',
    targets: {
      service: asFamilies('RecordCards', '测试', undefined, many),
      postgraphile: asPeer(
        `query ($subject: String!) { allCollectionRecords(condition: { registeredBy: $subject }) { nodes {
           number season service stage registeredAt districtByDistrictCode { code name }
           childByRecordIdAndSeason { nameSealed } } } }`,
        'nameSealed',
        (subject) => ({ subject }),
        many,
      ),
      mercurius: asPeer(
        `query ($subject: String!) { myRecords(subject: $subject) { number season service stage registeredAt
           district { code name } child { name } } }`,
        '测试',
        (subject) => ({ subject }),
        many,
      ),
    },
    goals: [
      {
        what: 'list of 50, of Mercurius + JIT with the same seals',
        wanted: 1.5,
        reached: rate('service', 'mercurius'),
      },
    ],
  },
  {
    name: 'reference data',
    targets: {
      service: async ({ documents }) => ({
        next: () => graphql({ documentId: documents.Portal }),
        good: holds('REGISTRATION'),
      }),
      postgraphile: async ({ city }) => ({
        next: () =>
          graphql({
            query: `query ($year: Int!) {
              seasonByYear(year: $year) { year bornFrom bornTo }
              siteById(id: 1) { hotline serviceHours }
              allPolicies(condition: { districtCode: null }, orderBy: POSITION_ASC) { nodes { title url publishedOn body } }
              allDistricts(orderBy: POSITION_ASC) { nodes { code name hotline
                policiesByDistrictCode(orderBy: POSITION_ASC) { nodes { title url publishedOn body } }
                phasesByDistrictCode(condition: { season: $year, service: "NON_LOCAL_HUKOU" }, orderBy: OPENS_AT_ASC) {
                  nodes { kind opensAt closesAt } } } } }`,
            variables: { year: city.year },
          }),
        good: holds('REGISTRATION'),
      }),
    },
    goals: [{ what: 'reference data, of PostGraphile', wanted: 2, reached: rate('service', 'postgraphile') }],
  },
  {
    name: 'child’s page',
    targets: { service: asFamilies('Record', 'history', ({ number }) => ({ number })) },
  },
  {
    name: 'my records, 50 as the site asks',
    targets: { service: asFamilies('MyRecords', '测试', undefined, many) },
  },
  {
    name: 'registration',
    limit: (ms) => 1.2 * ms,
    targets: {
      service: async ({ city, documents, count }) => {
        const prepared = await city.registrations(Math.ceil(count));
        const requests = await Promise.all(
          prepared.map(async ({ subject, input }) =>
            graphql(
              { documentId: documents.RegisterChild, variables: { input } },
              { authorization: `Bearer ${await city.issuer.tokenOf(subject)}`, ...address() },
            ),
          ),
        );
        return { next: once(requests), good: holds('"number":"2') };
      },
      postgraphile: async ({ city }) => {
        let n = 0;
        const run = String(Math.floor(Math.random() * 90_000) + 10_000);
        const mutation = `mutation ($input: CreateCollectionRecordInput!) {
          createCollectionRecord(input: $input) { collectionRecord { number stage registeredAt } } }`;
        return {
          next: () => {
            n += 1;
            const number = `9${run}${String(n).padStart(8, '0')}`;
            const collectionRecord = {
              id: crypto.randomUUID(),
              number,
              season: city.year,
              service: 'NON_LOCAL_HUKOU',
              districtCode: '01',
              residenceDistrict: '01',
              stage: 'REGISTERED',
              noticeVersion: city.version,
              privacyPolicyVersion: city.version,
              registeredBy: `bare-${run}`,
              registeredAt: '2026-05-01T00:00:00Z',
            };
            return graphql({ query: mutation, variables: { input: { collectionRecord } } });
          },
          good: holds('"number":"9'),
        };
      },
    },
    goals: [
      {
        what: 'registration, of PostGraphile’s bare insert',
        wanted: 0.4,
        reached: rate('service', 'postgraphile'),
      },
      {
        what: 'registration, CPU ms in Node',
        wanted: 2,
        atMost: true,
        reached: (figure) => figure('service', 'cpu'),
      },
    ],
  },
  {
    name: 'form as PDF',
    // Each one occupies the process for tens of milliseconds.
    connections: 4,
    targets: {
      service: async ({ city, documents, api }) => {
        const forms = [];
        for (const { number, subject } of city.printable) {
          const { method, headers, body } = graphql(
            { documentId: documents.CollectionForm, variables: { number } },
            { authorization: `Bearer ${await city.issuer.tokenOf(subject)}` },
          );
          const response = await fetch(`${api.url}/graphql`, { method, headers, body });
          const url = (await response.json()).data.collectionRecord.formUrl;
          if (url) forms.push({ method: 'GET', path: new URL(url).pathname });
        }
        // Outside the printing window there is no form.
        return { next: forms.length > 0 ? around(forms) : once([]), good: (text) => text.startsWith('%PDF') };
      },
    },
  },
  {
    name: 'portal through the site',
    targets: {
      site: async () => ({
        next: () => ({
          method: 'GET',
          path: '/',
          headers: { 'accept-language': 'zh-CN', 'accept-encoding': 'identity' },
        }),
        good: (text) => text.includes('</html>'),
      }),
    },
    goals: [{ what: 'portal, pages a second', wanted: 500, reached: (figure) => figure('site', 'rate') }],
  },
  {
    name: '800 connections, child’s page',
    connections: 800,
    ms: 5_000,
    crowd: true,
    targets: { service: asFamilies('Record', 'history', ({ number }) => ({ number })) },
  },
];
