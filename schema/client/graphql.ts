/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type GuidanceInput = {
  birthDate: string;
  ground?: TreatedAsLocalGround | null | undefined;
  hukouInBeijing: boolean;
  hukouRegion?: string | null | undefined;
  nationality: string;
};

export type PhaseKind =
  | 'CORRECTION'
  | 'DETAILS'
  | 'FORM_PRINTING'
  | 'REGISTRATION'
  | 'RESULT'
  | 'REVIEW'
  | 'SCHOOL_PREREGISTRATION';

export type ServiceKind =
  | 'LOCAL_HUKOU'
  | 'NON_LOCAL_HUKOU'
  | 'TREATED_AS_LOCAL';

/** What lets a child use TREATED_AS_LOCAL. */
export type TreatedAsLocalGround =
  | 'FOREIGN_NATIONAL'
  | 'MILITARY_RELOCATION'
  | 'ONE_PARENT_LOCAL'
  | 'OVERSEAS_CHINESE'
  | 'POSTDOCTORAL'
  | 'TAIWAN_COMPATRIOT'
  | 'WORK_RESIDENCE_PERMIT';

export type SiteFrameQueryVariables = Exact<{ [key: string]: never; }>;


export type SiteFrameQuery = { season: { year: number, bornFrom: string, bornTo: string }, site: { hotline: string, serviceHours: string, icpFiling: string, policeFiling: string } };

export type PortalQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalQuery = { now: string, season: { year: number, bornFrom: string, bornTo: string }, site: { hotline: string, serviceHours: string, policies: Array<{ title: string, url: string | null, publishedOn: string | null, body: string | null }> }, districts: Array<{ code: string, name: string, hotline: Array<string>, schedule: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }> }> };

export type DistrictEntranceQueryVariables = Exact<{
  code: string;
}>;


export type DistrictEntranceQuery = { now: string, season: { year: number }, district: { code: string, name: string, hotline: Array<string>, policies: Array<{ title: string, url: string | null, publishedOn: string | null, body: string | null }>, nonLocalHukou: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, treatedAsLocal: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }>, localHukou: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }> } | null };

export type GuidanceQueryVariables = Exact<{
  input: GuidanceInput;
}>;


export type GuidanceQuery = { guidance: { service: ServiceKind | null, consultDistrict: boolean, reason: string } };

export type DistrictPhonesQueryVariables = Exact<{ [key: string]: never; }>;


export type DistrictPhonesQuery = { districts: Array<{ code: string, name: string, hotline: Array<string> }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const SiteFrameDocument = new TypedDocumentString(`
    query SiteFrame {
  season {
    year
    bornFrom
    bornTo
  }
  site {
    hotline
    serviceHours
    icpFiling
    policeFiling
  }
}
    `, {"hash":"sha256:c0cb8c063608de6a5e44c8b63b7aaf56a58eb8a227971ba9b8ff3ba507020200"}) as unknown as TypedDocumentString<SiteFrameQuery, SiteFrameQueryVariables>;
export const PortalDocument = new TypedDocumentString(`
    query Portal {
  now
  season {
    year
    bornFrom
    bornTo
  }
  site {
    hotline
    serviceHours
    policies {
      title
      url
      publishedOn
      body
    }
  }
  districts {
    code
    name
    hotline
    schedule(service: NON_LOCAL_HUKOU) {
      kind
      opensAt
      closesAt
      open
    }
  }
}
    `, {"hash":"sha256:bb259236ced7f9a84f132476faab8730da330c6094931442dbcdfe3e69c65b0a"}) as unknown as TypedDocumentString<PortalQuery, PortalQueryVariables>;
export const DistrictEntranceDocument = new TypedDocumentString(`
    query DistrictEntrance($code: String!) {
  now
  season {
    year
  }
  district(code: $code) {
    code
    name
    hotline
    policies {
      title
      url
      publishedOn
      body
    }
    nonLocalHukou: schedule(service: NON_LOCAL_HUKOU) {
      kind
      opensAt
      closesAt
      open
    }
    treatedAsLocal: schedule(service: TREATED_AS_LOCAL) {
      kind
      opensAt
      closesAt
      open
    }
    localHukou: schedule(service: LOCAL_HUKOU) {
      kind
      opensAt
      closesAt
      open
    }
  }
}
    `, {"hash":"sha256:8520bb42213cee9a5b27ea3b42d11cea5548d5e92efb09483b18066b4f1041b2"}) as unknown as TypedDocumentString<DistrictEntranceQuery, DistrictEntranceQueryVariables>;
export const GuidanceDocument = new TypedDocumentString(`
    query Guidance($input: GuidanceInput!) {
  guidance(input: $input) {
    service
    consultDistrict
    reason
  }
}
    `, {"hash":"sha256:767eb472476386339e31ff7e33ade74234617e6b63bca68f54abc9e86421aed1"}) as unknown as TypedDocumentString<GuidanceQuery, GuidanceQueryVariables>;
export const DistrictPhonesDocument = new TypedDocumentString(`
    query DistrictPhones {
  districts {
    code
    name
    hotline
  }
}
    `, {"hash":"sha256:070e0e9481d78f3234a480fdfe8fd0f434cacd6786bc816a0f622ec217ecda04"}) as unknown as TypedDocumentString<DistrictPhonesQuery, DistrictPhonesQueryVariables>;