import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { DetailRequirement } from '../details/details.entity.js';
import { PHASE_KINDS, type ServiceKind } from '../vocabulary.js';
import { District, DistrictQuestion, Phase, Policy } from './district.entity.js';

type ServiceOfDistrict = `${string}/${ServiceKind}`;

export interface DistrictLoaders {
  readonly byCode: DataLoader<string, District | null>;
  readonly policies: DataLoader<string, Policy[]>;
  readonly schedule: DataLoader<ServiceOfDistrict, Phase[]>;
  readonly questions: DataLoader<ServiceOfDistrict, DistrictQuestion[]>;
  /** What the details form asks: the district's own rows and the common ones. */
  readonly requirements: DataLoader<ServiceOfDistrict, DetailRequirement[]>;
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
  };
}
