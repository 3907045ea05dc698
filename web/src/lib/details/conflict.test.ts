import { describe, expect, test } from '@jest/globals';
import { differences, merge } from './conflict.ts';

const BASE = { ethnicity: '01', 'household.address': '测试路 1 号', 'household.headName': '测试妈' };

describe('two people have changed the same details', () => {
  test('each difference is told in the order of the form, with whose it is where only one changed it', () => {
    const mine = { ...BASE, 'household.address': '测试路 2 号', 'residence.kind': 'OWNED' };
    const theirs = { ...BASE, 'household.address': '测试路 3 号', ethnicity: '11' };
    expect(differences(mine, theirs, BASE)).toEqual([
      { path: 'ethnicity', mine: '01', theirs: '11', suggested: 'theirs' },
      { path: 'household.address', mine: '测试路 2 号', theirs: '测试路 3 号', suggested: null },
      { path: 'residence.kind', mine: 'OWNED', theirs: '', suggested: 'mine' },
    ]);
  });

  test('where it is not known what both began with, nothing is suggested', () => {
    expect(differences({ ethnicity: '11' }, { ethnicity: '01' }, null)).toMatchObject([{ suggested: null }]);
  });

  test('another way of writing the same is no difference', () => {
    expect(differences({ ...BASE, 'household.address': '测试路 １ 号 ' }, BASE, BASE)).toEqual([]);
  });

  test('what was chosen of theirs comes in, an emptied field too; the rest of what stands here stays', () => {
    const mine = { ...BASE, 'residence.kind': 'OWNED', ethnicity: '11' };
    expect(merge(mine, BASE, { 'residence.kind': 'theirs', ethnicity: 'mine' })).toEqual({
      ...BASE,
      'residence.kind': '',
      ethnicity: '11',
    });
  });

  test('their second guardian comes with the answer that there is one', () => {
    const theirs = { secondGuardian: 'yes', 'secondGuardian.name': '测试爸' };
    const merged = merge({ secondGuardian: 'no', noSecondGuardianReason: '单亲' }, theirs, {
      'secondGuardian.name': 'theirs',
      noSecondGuardianReason: 'theirs',
    });
    expect(merged).toMatchObject({
      secondGuardian: 'yes',
      'secondGuardian.name': '测试爸',
      noSecondGuardianReason: '',
    });
  });
});
