import { describe, expect, it } from 'vitest';
import { degreeIn, withoutDegrees } from '../../pipeline/style/degrees.ts';

describe('degrees round a name', () => {
  it.each([
    ['Siti Aminah, S.H., M.H. presided.', 'Siti Aminah presided.', 'S.H.'],
    ['Judge Budi, S.H., said so.', 'Judge Budi said so.', 'S.H.'],
    ['The head, Budi Santoso, S.E., M.M., said so.', 'The head, Budi Santoso, said so.', 'S.E.'],
    ['Dr. Ir. Budi Hartono, M.Sc. lectured.', 'Dr. Budi Hartono lectured.', 'M.Sc.'],
    ['Drs. Andi came.', 'Andi came.', 'Drs.'],
    ['Rina, A.Md.Kep', 'Rina', 'A.Md.Kep'],
    ['In Paris, Mr. Smith spoke, S. Korea too.', 'In Paris, Mr. Smith spoke, S. Korea too.', undefined],
    ['Prof. Budi and Dr. Siti came.', 'Prof. Budi and Dr. Siti came.', undefined],
  ])('%s', (text, bare, first) => {
    expect(withoutDegrees(text)).toBe(bare);
    expect(degreeIn(text)?.text).toBe(first);
  });
});
