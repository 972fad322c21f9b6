{
  const NAME = "ly-found";
  /** So many words of a page are marked at most. */
  const MOST = 500;
  const WORD = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu;

  /** Ranges of the words in an element that `matches`; its markup is left as it is. */
  function* matching(element, matches) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (const { 0: word, index } of node.data.matchAll(WORD)) {
        if (matches(Lyttevei.normalise(word))) yield new StaticRange({ startContainer: node, startOffset: index, endContainer: node, endOffset: index + word.length });
      }
    }
  }

  /** Mark on this page the words that somebody searched for before coming here. */
  const markFound = (typed, element) => {
    const highlight = Object.assign(new Highlight(), { priority: -1 }); // what is being said shows above it
    CSS.highlights.set(NAME, highlight);
    for (const range of matching(element, Lyttevei.matcher(typed))) if (highlight.add(range).size >= MOST) break;
  };

  Lyttevei.markFound = markFound;
}
