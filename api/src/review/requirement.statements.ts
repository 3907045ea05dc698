import type { ReviewItemKind, ServiceKind } from '../vocabulary.js';

/**
 * What is reviewed in each of the districts for each of the services asked about ($1, $2, side by side): a district with
 * rows of its own for a service has those instead of the common ones.
 */
export const REVIEW_REQUIREMENTS = `
  select asked.district, asked.service, requirement.kind, requirement.label, requirement.label_en, requirement.position
  from unnest($1::text[], $2::text[]) as asked(district, service)
    join review_requirement requirement on requirement.service = asked.service and requirement.district_code is not distinct from
      (select max(own.district_code) from review_requirement own where own.service = asked.service and own.district_code = asked.district)
  order by requirement.position, requirement.id`;

export interface RequirementRow {
  district: string;
  service: ServiceKind;
  kind: ReviewItemKind;
  label: string;
  label_en: string;
  position: number;
}
