/** What a document answers with, and which variables it takes: as @graphql-typed-document-node/core declares it. */
export interface DocumentTypeDecoration<Result, Variables> {
  __apiType?: (variables: Variables) => Result;
}
