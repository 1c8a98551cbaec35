/** What happens to the blocks of each role unless a setting says otherwise. */

import type { Handling, Role } from '../model.ts';

export function defaultHandling(role: Role): Handling {
  switch (role) {
    case 'page-marker':
    case 'promo':
      return 'drop';
    case 'dateline':
    case 'byline':
      return 'keep';
    default:
      return 'translate';
  }
}
