{
  /** Letters that people were seen to confuse get a number each; those of other alphabets share the rest. */
  const LETTERS = "abcdefghijklmnopqrstuvwxyzæøå0123456789";
  const SIZE = 128;
  const NUMBERS = new Map([...LETTERS].map((letter, i) => [letter.charCodeAt(0), i + 1]));
  const OTHERS = LETTERS.length + 1;
  /** What an edit costs that hardly anybody makes; costs in the data are hundredths of it. */
  const FULL = 1;
  /** "ae" and "oe" for æ and ø, as on a foreign keyboard. */
  const TWO_FOR_ONE = 0.1;

  /** A normalised text as numbers below `SIZE`; 0 is no letter. */
  const letterNumbers = (text) => {
    const numbers = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      numbers[i] = NUMBERS.get(code) ?? OTHERS + (code % (SIZE - OTHERS));
    }
    return numbers;
  };
  const [A, E, O, AE, OE] = letterNumbers("aeoæø");

  /** A table of `size` places, full price where nothing was learnt. */
  const priceTable = (size, costs, place) => {
    const prices = new Float32Array(size).fill(FULL);
    for (const [letters, cost] of Object.entries(costs)) prices[place(letterNumbers(letters))] = cost / 100;
    return prices;
  };

  /** The learnt costs ({add: {h: 60}, drop, change: {"oå": 30}, swap, double}) as tables by letter number. */
  const priceTables = ({ add, drop, change, swap, double }) => ({
    add: priceTable(SIZE, add, ([letter]) => letter),
    drop: priceTable(SIZE, drop, ([letter]) => letter),
    change: priceTable(SIZE * SIZE, change, ([typed, meant]) => typed * SIZE + meant),
    swap: swap / 100,
    double: double / 100,
  });

  /** What it costs to add (or drop) each letter of a word: one of two alike has a price of its own. */
  const singlePrices = (letters, prices, double) => {
    const costs = new Float32Array(letters.length);
    for (let i = 0; i < letters.length; i += 1) {
      const alike = letters[i] === letters[i - 1] || letters[i] === letters[i + 1];
      costs[i] = alike ? double : prices[letters[i]];
    }
    return costs;
  };

  /** What two letters typed may cost from the row two above (which begins at `from`): a swap of neighbours, or "ae" for æ. */
  const byTwo = (before, last, meant, j, table, from, swap) => {
    const letter = meant[j - 1];
    if (last === E && ((before === A && letter === AE) || (before === O && letter === OE))) return table[from + j - 1] + TWO_FOR_ONE;
    const swapped = j > 1 && last === meant[j - 2] && before === letter && last !== letter;
    return swapped ? table[from + j - 2] + swap : Infinity;
  };

  /** Fill the table's row for the first `i` letters typed, where adding the last of them costs `adding`. */
  const fillRow = (table, i, typed, adding, meant, dropping, { change, swap }) => {
    const [width, last] = [meant.length + 1, typed[i - 1]];
    const [row, above] = [i * width, (i - 1) * width];
    table[row] = table[above] + adding;
    for (let j = 1; j < width; j += 1) {
      const letter = meant[j - 1];
      const kept = table[above + j - 1] + (last === letter ? 0 : change[last * SIZE + letter]);
      const least = Math.min(kept, table[above + j] + adding, table[row + j - 1] + dropping[j - 1]);
      table[row + j] = i > 1 ? Math.min(least, byTwo(typed[i - 2], last, meant, j, table, above - width, swap)) : least;
    }
  };

  /**
   * How far the letters typed are from those that may be meant: `whole` from all, `start` from the nearest beginning.
   * Damerau's distance (optimal string alignment) with a price for each edit.
   */
  const distances = (typed, meant, prices) => {
    const adding = singlePrices(typed, prices.add, prices.double);
    const dropping = singlePrices(meant, prices.drop, prices.double);
    const table = new Float32Array((typed.length + 1) * (meant.length + 1));
    for (let j = 1; j <= meant.length; j += 1) table[j] = table[j - 1] + dropping[j - 1];
    for (let i = 1; i <= typed.length; i += 1) fillRow(table, i, typed, adding[i - 1], meant, dropping, prices);
    const last = typed.length * (meant.length + 1);
    let start = table[last];
    for (let at = last; at < table.length; at += 1) start = Math.min(start, table[at]);
    return { whole: table[table.length - 1], start };
  };

  Object.assign(Lyttevei, { LETTER_NUMBERS: SIZE, letterNumbers, priceTables, distances });
}
