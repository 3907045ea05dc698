/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type PhaseKind =
  | 'CORRECTION'
  | 'DETAILS'
  | 'FORM_PRINTING'
  | 'REGISTRATION'
  | 'RESULT'
  | 'REVIEW'
  | 'SCHOOL_PREREGISTRATION';

export type PortalQueryVariables = Exact<{ [key: string]: never; }>;


export type PortalQuery = { now: string, season: { year: number, bornFrom: string, bornTo: string }, site: { hotline: string, serviceHours: string, icpFiling: string, policeFiling: string, policies: Array<{ title: string, url: string | null, publishedOn: string | null, body: string | null }> }, districts: Array<{ code: string, name: string, hotline: Array<string>, schedule: Array<{ kind: PhaseKind, opensAt: string, closesAt: string, open: boolean }> }> };

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
    icpFiling
    policeFiling
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
    `, {"hash":"sha256:fa242ca2dfc672ff42324d2c7ff9176d38df3e8e93875ebd16d89c17457be87c"}) as unknown as TypedDocumentString<PortalQuery, PortalQueryVariables>;