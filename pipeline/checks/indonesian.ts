/** Which words are Indonesian and nothing else: function words and the commonest words of the news. */

import { wordList } from './word-lists.ts';

/** Whether `word` (lower case) is one of them; none is an English word as well. */
export const isIndonesian = wordList('indonesian-words.txt');
