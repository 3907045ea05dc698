import { m } from '#lib/i18n/messages/messages.js';

/** What the fields of a registration are called. */
export const labelsOf = () => ({
  ground: m.register_ground(),
  'child.nationality': m.register_nationality(),
  'child.hukouProvince': m.register_hukou_province(),
  'child.hukouDistrict': m.register_hukou_district(),
  'child.residenceDistrict': m.register_residence(),
  'child.name': m.register_child_name(),
  'child.documentType': m.register_document_type(),
  'child.documentNumber': m.register_child_document(),
  'child.sex': m.register_sex(),
  'child.birthDate': m.register_birth(),
  'guardian.name': m.register_guardian_name(),
  'guardian.documentNumber': m.register_guardian_document(),
  'guardian.phone': m.register_phone(),
});
