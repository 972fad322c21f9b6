{
  /**
   * Word times as they are shipped, made easy to ask.
   *
   * `sentences` are { block (an element's id), start, end (UTF-16 offsets in its text), from, to (ms of the sound),
   * words, goesOn (the same sentence, on in another block: a table's head, then its cell) }; `words` are
   * { start, length, at (ms) }, length 0 for a picture. `order` are their indexes in the order in which they are to be heard.
   */
  const decode = ({ sound, ms, blocks, sentences: flat, words: short, on = [] }) => {
    const sentences = [];
    let next = 0;
    let at = 0;
    for (let i = 0; i < flat.length; i += 6) {
      const [block, start, end, count, from, to] = flat.slice(i, i + 6);
      const words = Array.from({ length: count }, () => {
        const [first, length, delta] = short.slice(next, (next += 3));
        return { start: first, length, at: (at += delta) };
      });
      sentences.push({ block: blocks[block], start, end, from, to, words, goesOn: on.includes(i / 6) });
    }
    return arrange({ sound, ms, sentences });
  };

  /** Have the roads heard in the order in which the page shows them now; the sound has them as they were written. */
  const arrange = (times) => {
    const roads = [...document.querySelectorAll(".road")];
    const road = times.sentences.map(({ block }) => roads.indexOf(document.getElementById(block)?.closest(".road")));
    const moved = [...road.keys()].filter((each) => road[each] >= 0).sort((a, b) => road[a] - road[b]);
    times.order = [...road.keys()].map((each) => (road[each] < 0 ? each : moved.shift()));
    return times;
  };

  /** Whether a sound that ran from one sentence to another has passed a place where the order goes elsewhere. */
  const strays = ({ order }, from, to) => order.indexOf(to) - order.indexOf(from) !== to - from;

  /** Index of the last of `list` whose `key` is at most `ms`, -1 before the first; by binary search. */
  const lastAt = (list, key, ms) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle][key] <= ms) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  /** Index of the sentence at `ms`: it lasts until the next begins; 0 in the silence before the first. */
  const sentenceAt = (times, ms) => Math.max(0, lastAt(times.sentences, "from", ms));

  /** The word being said at `ms`, undefined in the silence around a sentence. */
  const wordAt = (sentence, ms) => (ms < sentence.to ? sentence.words[lastAt(sentence.words, "at", ms)] : undefined);

  /** Index of the next sentence to be heard after `index` that `wanted(sentence)` takes, -1 if none. */
  const nextOf = ({ order, sentences }, index, wanted) =>
    order.slice(order.indexOf(index) + 1).find((each) => wanted(sentences[each])) ?? -1;

  /** Index of the last sentence heard before `index`, or `index` itself if `self` is 1, that `wanted(sentence)` takes, -1 if none. */
  const previousOf = ({ order, sentences }, index, wanted, self = 0) =>
    order.slice(0, order.indexOf(index) + self).findLast((each) => wanted(sentences[each])) ?? -1;

  /** First and last index of the sentences from one block to another, or undefined where nothing of them is said. */
  const part = (times, from, to) => {
    const first = times.sentences.findIndex((each) => each.block === from);
    const last = times.sentences.findLastIndex((each) => each.block === to);
    return first < 0 || last < first ? undefined : { first, last };
  };

  Lyttevei.times = { decode, arrange, strays, sentenceAt, wordAt, nextOf, previousOf, part };
}
