/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query SiteFrame {\n  season {\n    year\n    bornFrom\n    bornTo\n  }\n  site {\n    hotline\n    serviceHours\n    icpFiling\n    policeFiling\n  }\n}\n\nquery Portal {\n  now\n  season {\n    year\n    bornFrom\n    bornTo\n  }\n  site {\n    hotline\n    serviceHours\n    policies {\n      title\n      url\n      publishedOn\n      body\n    }\n  }\n  districts {\n    code\n    name\n    hotline\n    schedule(service: NON_LOCAL_HUKOU) {\n      kind\n      opensAt\n      closesAt\n      open\n    }\n  }\n}\n\nquery DistrictEntrance($code: String!) {\n  now\n  season {\n    year\n  }\n  district(code: $code) {\n    code\n    name\n    hotline\n    policies {\n      title\n      url\n      publishedOn\n      body\n    }\n    nonLocalHukou: schedule(service: NON_LOCAL_HUKOU) {\n      kind\n      opensAt\n      closesAt\n      open\n    }\n    treatedAsLocal: schedule(service: TREATED_AS_LOCAL) {\n      kind\n      opensAt\n      closesAt\n      open\n    }\n    localHukou: schedule(service: LOCAL_HUKOU) {\n      kind\n      opensAt\n      closesAt\n      open\n    }\n  }\n}\n\nquery Guidance($input: GuidanceInput!) {\n  guidance(input: $input) {\n    service\n    consultDistrict\n    reason\n  }\n}\n\nquery DistrictPhones {\n  districts {\n    code\n    name\n    hotline\n  }\n}": typeof types.SiteFrameDocument,
};
const documents: Documents = {
    "query SiteFrame {\n  season {\n    year\n    bornFrom\n    bornTo\n  }\n  site {\n    hotline\n    serviceHours\n    icpFiling\n    policeFiling\n  }\n}\n\nquery Portal {\n  now\n  season {\n    year\n    bornFrom\n    bornTo\n  }\n  site {\n    hotline\n    serviceHours\n    policies {\n      title\n      url\n      publishedOn\n      body\n    }\n  }\n  districts {\n    code\n    name\n    hotline\n    schedule(service: NON_LOCAL_HUKOU) {\n      kind\n      opensAt\n      closesAt\n      open\n    }\n  }\n}\n\nquery DistrictEntrance($code: String!) {\n  now\n  season {\n    year\n  }\n  district(code: $code) {\n    code\n    name\n    hotline\n    policies {\n      title\n      url\n      publishedOn\n      body\n    }\n    nonLocalHukou: schedule(service: NON_LOCAL_HUKOU) {\n      kind\n      opensAt\n      closesAt\n      open\n    }\n    treatedAsLocal: schedule(service: TREATED_AS_LOCAL) {\n      kind\n      opensAt\n      closesAt\n      open\n    }\n    localHukou: schedule(service: LOCAL_HUKOU) {\n      kind\n      opensAt\n      closesAt\n      open\n    }\n  }\n}\n\nquery Guidance($input: GuidanceInput!) {\n  guidance(input: $input) {\n    service\n    consultDistrict\n    reason\n  }\n}\n\nquery DistrictPhones {\n  districts {\n    code\n    name\n    hotline\n  }\n}": types.SiteFrameDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SiteFrame {\n  season {\n    year\n    bornFrom\n    bornTo\n  }\n  site {\n    hotline\n    serviceHours\n    icpFiling\n    policeFiling\n  }\n}\n\nquery Portal {\n  now\n  season {\n    year\n    bornFrom\n    bornTo\n  }\n  site {\n    hotline\n    serviceHours\n    policies {\n      title\n      url\n      publishedOn\n      body\n    }\n  }\n  districts {\n    code\n    name\n    hotline\n    schedule(service: NON_LOCAL_HUKOU) {\n      kind\n      opensAt\n      closesAt\n      open\n    }\n  }\n}\n\nquery DistrictEntrance($code: String!) {\n  now\n  season {\n    year\n  }\n  district(code: $code) {\n    code\n    name\n    hotline\n    policies {\n      title\n      url\n      publishedOn\n      body\n    }\n    nonLocalHukou: schedule(service: NON_LOCAL_HUKOU) {\n      kind\n      opensAt\n      closesAt\n      open\n    }\n    treatedAsLocal: schedule(service: TREATED_AS_LOCAL) {\n      kind\n      opensAt\n      closesAt\n      open\n    }\n    localHukou: schedule(service: LOCAL_HUKOU) {\n      kind\n      opensAt\n      closesAt\n      open\n    }\n  }\n}\n\nquery Guidance($input: GuidanceInput!) {\n  guidance(input: $input) {\n    service\n    consultDistrict\n    reason\n  }\n}\n\nquery DistrictPhones {\n  districts {\n    code\n    name\n    hotline\n  }\n}"): typeof import('./graphql.ts').SiteFrameDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
