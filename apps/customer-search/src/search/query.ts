/** How alike what was asked and what is there must be, from 0 to 1: one swapped pair in a word of five is 0.5. */
export const ALIKE = 0.5;

export interface Query {
  text: string;
  values: unknown[];
}

const COLUMNS = '"customerId", "name", "email", "category", "street", "postalCode", "city", "country"';

/**
 * The customers of `table` that `words` fit, best first. Those come first of whom every word begins a word (the very
 * name, then names, then all else); only when they are fewer than `limit`, those follow who are alike, by likeness.
 * `words` has the form of `search_words`: a space before every word, and nothing in a word means anything to LIKE.
 */
export function searchQuery(table: string, words: string, limit: number): Query {
  const patterns = [...new Set(words.trim().split(' '))].map((word) => `% ${word}%`);
  const begin = (column: string) => patterns.map((_, index) => `${column} like $${index + 3}`).join(' and ');
  const text = `
    with begun as materialized (
      select ${COLUMNS}, row_number() over (
        order by "nameWords" <> $1, not (${begin('"nameWords"')}), length("nameWords"), "nameWords", "customerId") as place
      from ${table} where ${begin('"words"')}
      order by place limit $2
    ), alike as (
      select ${COLUMNS}, $2 + row_number() over (
        order by greatest(word_similarity($1, "nameWords"), 0.95 * word_similarity($1, "words")) desc,
                 similarity($1, "nameWords") desc, "nameWords", "customerId") as place
      from ${table} where (select count(*) from begun) < $2 and $1 <% "words" and not (${begin('"words"')})
      order by place limit $2
    )
    select ${COLUMNS} from (select * from begun union all select * from alike) found order by place limit $2`;
  return { text, values: [words, limit, ...patterns] };
}
