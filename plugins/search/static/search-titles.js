{
  const SIZE = Lyttevei.LETTER_NUMBERS;
  /** How many candidates each of the two likenesses may bring. */
  const QUOTA = 40;
  /** The shortest word of a title that leads to it alone ("i" and "og" do not). */
  const SHORTEST = 3;
  /**
   * What counts for a place in the list, one linear sum: chosen on misspellings whose words were then left out of the
   * test, and rounded. `start` is the distance to the nearest beginning, `rest` what is left of the title then, popularity
   * log10 of the number of searches; `aside` is a word of a title or another name.
   */
  const RANK = { start: -2.8, rest: -1.2, dice: 2, share: 6, popularity: 2, first: 1.2, aside: -3.5 };
  /** A long end that is not yet typed counts no more than this. */
  const LONGEST_REST = 2;
  const EXACT = { title: 1000, name: 500, word: 0 };
  /** So much of what was typed is held against a whole title, in characters; edits are counted in its beginning only. */
  const WHOLE = 400;
  /** Edits a letter: up to here what was typed is taken for the title; beyond it we ask "Mente du ...?" ... */
  const SURE = 0.2;
  /** ... and beyond this nothing is alike: 998 of 1,000 real misspellings lie within. */
  const FARTHEST = 0.45;

  /** The words of a title that lead to it, where it has more than one. */
  const wordsOf = (title) => {
    const words = Lyttevei.lower(title).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    return words.length > 1 ? words.filter((word) => word.length >= SHORTEST) : [];
  };

  /** What leads to each title: itself, its other names (`name`), and the words of all of them. */
  const entriesOf = ({ titles, names = {} }) => titles.flatMap((title, number) => {
    const called = [title, ...(names[number] ?? [])];
    return called.flatMap((text, i) => {
      const name = i ? text : "";
      const words = wordsOf(text).map((word) => ({ text: word, kind: "word", number, name }));
      return [{ text: Lyttevei.normalise(text), kind: i ? "name" : "title", number, name }, ...words];
    });
  });

  /**
   * All that a keystroke needs, from the data {titles: [text], popularity: [log10], names: {number: [text]}, costs}, the
   * most wanted title first: its entries, and their letters in one row with a 0 before and after each.
   */
  const titleIndex = ({ titles, popularity, names, costs }) => {
    const entries = entriesOf({ titles, names });
    const letters = new Uint8Array(entries.reduce((sum, { text }) => sum + text.length + 1, 1));
    let end = 1;
    for (const entry of entries) {
      letters.set(Lyttevei.letterNumbers(entry.text), end);
      entry.letters = letters.subarray(end, end + entry.text.length);
      end += entry.text.length + 1;
    }
    return { titles, popularity, entries, letters, prices: Lyttevei.priceTables(costs) };
  };

  /** Which pairs of neighbours a row of letters has, by the number of the pair. */
  const pairTable = (letters) => {
    const table = new Uint8Array(SIZE * SIZE);
    for (let i = 1; i < letters.length; i += 1) table[letters[i - 1] * SIZE + letters[i]] = 1;
    return table;
  };

  /** How many pairs of what was typed each entry has (none counted twice): [beginning only, all], one walk along all letters. */
  const sharedPairs = ({ entries, letters }, wanted) => {
    const [start, all] = [new Uint8Array(entries.length), new Uint8Array(entries.length)];
    const seen = new Uint32Array(wanted.length);
    for (let i = 1, place = 0; place < entries.length; i += 1) {
      const pair = letters[i - 1] * SIZE + letters[i];
      const counts = wanted[pair] && seen[pair] !== place + 1;
      if (counts) seen[pair] = place + 1;
      if (counts) all[place] += 1;
      if (letters[i] === 0) place += 1;
      else if (counts) start[place] += 1;
    }
    return [start, all];
  };

  /** The places of the `QUOTA` highest likenesses; the more wanted title first among equals. */
  const mostAlike = (likeness) => {
    const best = [];
    let least = 0;
    for (let place = 0; place < likeness.length; place += 1) {
      if (likeness[place] <= least) continue;
      let i = best.length;
      while (i > 0 && likeness[best[i - 1]] < likeness[place]) i -= 1;
      best.splice(i, 0, place);
      if (best.length > QUOTA) best.pop();
      if (best.length === QUOTA) least = likeness[best[QUOTA - 1]];
    }
    return best;
  };

  /** Entries whose whole word resembles what was typed (`dice`), and those whose beginning does (`share`). */
  const candidates = (index, typed) => {
    const [start, all] = sharedPairs(index, pairTable([0, ...typed, 0]));
    const [dice, share] = [new Float32Array(all.length), new Float32Array(all.length)];
    for (let place = 0; place < all.length; place += 1) {
      dice[place] = (2 * all[place]) / (typed.length + index.entries[place].text.length + 2);
      share[place] = start[place] / typed.length;
    }
    const places = new Set([...mostAlike(dice), ...mostAlike(share)]);
    return [...places].map((place) => ({ entry: index.entries[place], dice: dice[place], share: share[place] }));
  };

  /**
   * A candidate's title with its score, and how many edits a letter it is `away` (0: a beginning of it is typed right).
   * `name` is the other name that led to it, "" where its title did.
   */
  const judge = (index, { typed, whole: all, letters }, { entry, dice, share }) => {
    const { whole, start } = Lyttevei.distances(letters, entry.letters, index.prices);
    const first = Number(typed[0] === entry.text[0]);
    const rest = Math.min(whole - start, LONGEST_REST);
    const seen = { start, rest, dice, share, first, popularity: index.popularity[entry.number], aside: Number(entry.kind !== "title") };
    const score = Object.keys(RANK).reduce((sum, name) => sum + RANK[name] * seen[name], 0);
    const exact = all === entry.text ? EXACT[entry.kind] : 0;
    const away = start / typed.length;
    return { number: entry.number, score: score + exact, away, sure: away <= SURE, name: entry.name };
  };

  /** The titles that what was typed may mean, best first: [{number, score, away, sure, name}]. */
  const findTitles = (index, text, limit = 8) => {
    const typed = Lyttevei.typedLetters(text);
    const letters = Lyttevei.letterNumbers(typed);
    const asked = { typed, letters, whole: Lyttevei.normalise(text.slice(0, WHOLE)) };
    const best = new Map();
    for (const candidate of typed ? candidates(index, letters) : []) {
      const found = judge(index, asked, candidate);
      if (found.away <= FARTHEST && !(best.get(found.number)?.score >= found.score)) best.set(found.number, found);
    }
    return [...best.values()].sort((a, b) => b.score - a.score || a.number - b.number).slice(0, limit);
  };

  Object.assign(Lyttevei, { titleIndex, findTitles });
}
