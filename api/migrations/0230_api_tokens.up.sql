-- Systems that ask for themselves: of each token only the hash of its secret.
create table "api_token" ("id" uuid not null, "name" varchar(60) not null, "secret_hash" bytea not null, "district_code" varchar(2) null, "scopes" text[] not null, "address_ranges" text[] not null, "created_by" varchar(255) not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, "last_used_at" timestamptz null, primary key ("id"));
alter table "api_token" add constraint "api_token_secret" unique ("secret_hash");
alter table "api_token" add constraint "api_token_scopes" check (cardinality(scopes) > 0);
alter table "api_token" add constraint "api_token_district_code_foreign" foreign key ("district_code") references "district" ("code");
create index "api_token_district" on "api_token" ("district_code", "id");
grant select, insert, update on api_token to enrolment_app;
