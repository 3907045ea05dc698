import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { DetailRequirement } from '../details/details.entity.js';
import { PHASE_KINDS, type ServiceKind } from '../vocabulary.js';
import { REVIEW_REQUIREMENTS, type RequirementRow } from '../review/requirement.statements.js';
import { ReviewPaper } from '../review/review.entity.js';
import { run } from '../platform/sql.js';
import { District, DistrictQuestion, Phase, Policy } from './district.entity.js';

type ServiceOfDistrict = `${string}/${ServiceKind}`;

export interface DistrictLoaders {
  readonly byCode: DataLoader<string, District | null>;
  readonly policies: DataLoader<string, Policy[]>;
  readonly schedule: DataLoader<ServiceOfDistrict, Phase[]>;
  readonly questions: DataLoader<ServiceOfDistrict, DistrictQuestion[]>;
  /** What the details form asks: the district's own rows and the common ones. */
  readonly requirements: DataLoader<ServiceOfDistrict, DetailRequirement[]>;
  /** What is reviewed, in order. */
  readonly reviewed: DataLoader<ServiceOfDistrict, RequirementRow[]>;
  /** The papers for it: the district's own and the common ones, for every ground. */
  readonly papers: DataLoader<ServiceOfDistrict, ReviewPaper[]>;
}

const split = (keys: readonly ServiceOfDistrict[]) => ({
  districts: [...new Set(keys.map((key) => key.split('/')[0]!))],
  services: [...new Set(keys.map((key) => key.split('/')[1] as ServiceKind))],
});

/** Reference data for one operation: each relation of any number of districts in one statement. */
export function districtLoaders(em: EntityManager): DistrictLoaders {
  return {
    byCode: new DataLoader(async (codes) => {
      const found = await em.find(District, { code: { $in: [...codes] } });
      return codes.map((code) => found.find((district) => district.code === code) ?? null);
    }),
    policies: new DataLoader(async (codes) => {
      const found = await em.find(
        Policy,
        { district: { $in: [...codes] } },
        { orderBy: { position: 'asc' } },
      );
      return codes.map((code) => found.filter((policy) => policy.district === code));
    }),
    schedule: new DataLoader(async (keys: readonly ServiceOfDistrict[]) => {
      const { districts, services } = split(keys);
      const phases = await em.find(Phase, { district: { $in: districts }, service: { $in: services } });
      const found = phases.sort(
        (a, b) =>
          a.opensAt.getTime() - b.opensAt.getTime() ||
          a.closesAt.getTime() - b.closesAt.getTime() ||
          // What is open at the same time stands in the order of the way.
          PHASE_KINDS.indexOf(a.kind) - PHASE_KINDS.indexOf(b.kind),
      );
      const season = Math.max(...found.map((phase) => phase.season));
      return keys.map((key) =>
        found.filter((phase) => phase.season === season && `${phase.district}/${phase.service}` === key),
      );
    }),
    questions: new DataLoader(async (keys: readonly ServiceOfDistrict[]) => {
      const { districts, services } = split(keys);
      const found = await em.find(
        DistrictQuestion,
        { district: { $in: districts }, service: { $in: services } },
        { orderBy: { position: 'asc' } },
      );
      return keys.map((key) =>
        found.filter((question) => `${question.district}/${question.service}` === key),
      );
    }),
    requirements: new DataLoader(async (keys: readonly ServiceOfDistrict[]) => {
      const { districts, services } = split(keys);
      const found = await em.find(
        DetailRequirement,
        { service: { $in: services }, $or: [{ district: null }, { district: { $in: districts } }] },
        { orderBy: { id: 'asc' } },
      );
      return keys.map((key) =>
        found.filter(
          ({ district, service }) =>
            (district == null || key.startsWith(`${district}/`)) && key.endsWith(`/${service}`),
        ),
      );
    }),
    reviewed: new DataLoader(async (keys: readonly ServiceOfDistrict[]) => {
      const asked = keys.map((key) => key.split('/'));
      const found = await run<RequirementRow>(em, REVIEW_REQUIREMENTS, [
        asked.map(([district]) => district),
        asked.map(([, service]) => service),
      ]);
      return keys.map((key) => found.filter((row) => `${row.district}/${row.service}` === key));
    }),
    papers: new DataLoader(async (keys: readonly ServiceOfDistrict[]) => {
      const { districts, services } = split(keys);
      const found = await em.find(
        ReviewPaper,
        {
          $and: [
            { $or: [{ service: null }, { service: { $in: services } }] },
            { $or: [{ district: null }, { district: { $in: districts } }] },
          ],
        },
        { orderBy: { position: 'asc', id: 'asc' } },
      );
      return keys.map(() => found);
    }),
  };
}
