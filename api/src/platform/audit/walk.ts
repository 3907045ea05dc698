import type { EntityManager } from '@mikro-orm/postgresql';

/** Entries of a chain that one statement hashes: a fraction of a second. */
const STRIDE = 20_000;

/**
 * Entries of a part of a chain that do not hold: changed, taken out or put in between. In SQL text, since it looks at the
 * columns as the trigger of the migrations hashed them, of every format there ever was, and not as the entity is today. The
 * entry before the part comes along for its hash.
 */
const BROKEN = `
  with linked as (
    select e.*, lag(e.hash) over w as before, coalesce(lag(e.position) over w, 0) as place
    from audit_entry e where e.chain = ? and e.position between ? and ? window w as (order by e.position)
  )
  select min(position)::text as position from linked
  where position > ? and (position <> place + 1
    or previous_hash <> coalesce(before, sha256(convert_to('audit chain ' || chain, 'UTF8')))
    or hash <> case format
      when 0 then audit_hash(previous_hash, chain, position, at, actor, actor_role, action, record_number, detail)
      else audit_hash_of(previous_hash, chain, position, at, actor, actor_role, action, record_number, district_code, season, subject, facts)
    end)`;

/** The end of each of the 64 chains: what its entries say, and what is written down of it. */
const ENDS = `
  select g.chain, coalesce(c.length, 0)::text as length, coalesce(last.position, 0)::text as last,
    coalesce(c.length, 0) = coalesce(last.position, 0) and (last.hash is null or c.head = last.hash) as stands
  from generate_series(0, 63) as g(chain)
  left join audit_chain c on c.chain = g.chain
  left join lateral (select position, hash from audit_entry e where e.chain = g.chain order by position desc limit 1) last on true
  order by g.chain`;

export interface ChainEnd {
  readonly chain: number;
  /** As it is written down. */
  readonly length: string;
  /** The place of the last entry. */
  readonly last: string;
  readonly stands: boolean;
}

export const readEnds = (em: EntityManager): Promise<ChainEnd[]> => em.execute<ChainEnd[]>(ENDS);

/** The first entry of each chain that does not hold, stride by stride, so that no statement takes long. */
export async function walkChains(
  em: EntityManager,
  stride = STRIDE,
): Promise<{ chain: number; position: string }[]> {
  const broken: { chain: number; position: string }[] = [];
  for (const { chain, length, last, stands } of await readEnds(em)) {
    const position = await firstBroken(em, chain, { last: Number(last), stride });
    if (position !== null) broken.push({ chain, position });
    else if (!stands) broken.push({ chain, position: length });
  }
  return broken;
}

async function firstBroken(
  em: EntityManager,
  chain: number,
  { last, stride }: { last: number; stride: number },
): Promise<string | null> {
  for (let from = 0; from < last; from += stride) {
    const part = [chain, from, from + stride, from];
    const [found] = await em.execute<{ position: string | null }[]>(BROKEN, part);
    if (found?.position != null) return found.position;
  }
  return null;
}
