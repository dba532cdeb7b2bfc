/** How alike a word and one that is there must be, from 0 to 1: with a swapped pair in a word of six it is 0.43. */
export const ALIKE = 0.4;
/** The same for all that was asked, where some of its words are alike to nothing. */
const ALIKE_IN_ALL = 0.5;

export interface Query {
  text: string;
  values: unknown[];
}

const COLUMNS = '"customerId", "name", "email", "category", "street", "postalCode", "city", "country"';

/**
 * The customers of `table` that `words` fit, best first. Those come first of whom every word begins a word (the very
 * name, then names, then all else); only when they are fewer than `limit`, those follow who are alike, by likeness: in
 * every word, or in all of them taken together.
 * `words` has the form of `search_words`: a space before every word, and nothing in a word means anything to LIKE.
 */
export function searchQuery(table: string, words: string, limit: number): Query {
  const asked = [...new Set(words.trim().split(' '))];
  const patterns = asked.map((word) => `% ${word}%`);
  const begin = (column: string) => patterns.map((_, index) => `${column} like $${index + 3}`).join(' and ');
  const each = asked.map((_, index) => `$${index + 3 + asked.length}`);
  const likeness = each
    .map((word) => `greatest(word_similarity(${word}, "nameWords"), 0.95 * word_similarity(${word}, "words"))`)
    .join(' + ');
  const text = `
    with begun as materialized (
      select ${COLUMNS}, row_number() over (
        order by "nameWords" <> $1, not (${begin('"nameWords"')}), length("nameWords"), "nameWords", "customerId") as place
      from ${table} where ${begin('"words"')}
      order by place limit $2
    ), alike as (
      select ${COLUMNS}, $2 + row_number() over (
        order by ${likeness} desc, similarity($1, "nameWords") desc, "nameWords", "customerId") as place
      from ${table}
      where (select count(*) from begun) < $2 and not (${begin('"words"')})
        and (${each.map((word) => `${word} <% "words"`).join(' and ')}
          or $1 <% "words" and word_similarity($1, "words") >= ${ALIKE_IN_ALL})
      order by place limit $2
    )
    select ${COLUMNS} from (select * from begun union all select * from alike) found order by place limit $2`;
  return { text, values: [words, limit, ...patterns, ...asked] };
}
