// Mercurius with graphql-jit. Each operation is one prepared statement and opens the same seals, without sign-in or rules.
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';
import { KeyRing } from '../../api/dist/platform/keys.js';

const keys = new KeyRing(process.env.DATA_KEYS);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 28 });
const app = Fastify();

const schema = `
  type District { code: String! name: String! }
  type Child { name: String! documentType: String! birthDate: String! }
  type Guardian { role: String! name: String! phone: String! }
  type Record {
    number: String! season: Int! service: String! stage: String! registeredAt: String!
    district: District! child: Child! guardians: [Guardian!]!
  }
  type Query { collectionRecord(number: String!): Record myRecords(subject: String!): [Record!]! }`;

const COLUMNS = `r.id, r.number, r.season, r.service, r.stage, r.registered_at, r.key_id as "keyId", r.wrapped_key as "wrappedKey",
  c.name_sealed, c.document_type, c.birth_date_sealed`;

const recordOf = (row, key) => ({
  number: row.number,
  season: row.season,
  service: row.service,
  stage: row.stage,
  registeredAt: row.registered_at.toISOString(),
  child: {
    name: key.open('child.name', row.name_sealed),
    documentType: row.document_type,
    get birthDate() {
      return key.open('child.birth_date', row.birth_date_sealed);
    },
  },
});

const resolvers = {
  Query: {
    async collectionRecord(_, { number }) {
      const { rows } = await pool.query({
        name: 'point',
        text: `select ${COLUMNS}, g.role, g.name_sealed as guardian_name, g.phone_sealed from collection_record r
          join child c on c.record_id = r.id join guardian g on g.record_id = r.id where r.number = $1 order by g.role`,
        values: [number],
      });
      if (rows.length === 0) return null;
      const key = keys.keyOf(rows[0]);
      return {
        ...recordOf(rows[0], key),
        guardians: rows.map(({ role, guardian_name: name, phone_sealed: phone }) => ({
          role,
          name: key.open(`guardian.${role}.name`, name),
          phone: key.open(`guardian.${role}.phone`, phone),
        })),
      };
    },
    async myRecords(_, { subject }) {
      const { rows } = await pool.query({
        name: 'list',
        text: `select ${COLUMNS}, d.code, d.name from collection_record r join child c on c.record_id = r.id
          join district d on d.code = r.district_code where r.registered_by = $1 order by r.registered_at, r.number`,
        values: [subject],
      });
      return rows.map((row) => ({
        ...recordOf(row, keys.keyOf(row)),
        district: { code: row.code, name: row.name },
      }));
    },
  },
};
await app.register(mercurius, { schema, resolvers, jit: 1, graphiql: false });
await app.listen({ port: 0, host: '127.0.0.1' });
process.send({ port: app.server.address().port });
process.on('disconnect', () => process.exit(0));
