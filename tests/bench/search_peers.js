{
  /** The others, each as (titles with popularity, most wanted first) => (text => numbers of titles, best first). */
  const lines = (titles) => titles.map((title, id) => ({ id, title }));

  /** lunr as it comes, with its Norwegian language; a text that its query language refuses finds nothing. */
  const stock = (titles) => {
    const index = lunr(function build() {
      this.use(lunr.no);
      this.field("title");
      lines(titles).forEach((line) => this.add(line));
    });
    return (text) => {
      try {
        return index.search(text).map(({ ref }) => Number(ref));
      } catch {
        return [];
      }
    };
  };

  /** lunr with a wildcard and with one and two edits, as its guide proposes for words half typed and misspelt. */
  const wild = (titles) => {
    const index = lunr(function build() {
      this.pipeline.reset();
      this.searchPipeline.reset();
      this.field("title");
      lines(titles).forEach((line) => this.add(line));
    });
    return (text) => index.query((query) => {
      for (const word of text.toLowerCase().split(/[\s-]+/).filter(Boolean)) {
        query.term(word, { boost: 100 });
        query.term(word, { boost: 10, wildcard: lunr.Query.wildcard.TRAILING });
        query.term(word, { boost: 5, editDistance: 1 });
        query.term(word, { boost: 1, editDistance: 2 });
      }
    }).map(({ ref }) => Number(ref));
  };

  const mini = (titles, popularity) => {
    const index = new MiniSearch({ fields: ["title"] });
    index.addAll(lines(titles));
    const options = { prefix: true, fuzzy: 0.3, boostDocument: (id) => 1 + popularity[id] };
    return (text) => index.search(text, options).map(({ id }) => id);
  };

  const fuse = (titles) => {
    const index = new Fuse(lines(titles), { keys: ["title"], threshold: 0.6 });
    return (text) => index.search(text, { limit: 8 }).map(({ item }) => item.id);
  };

  globalThis.peers = { "lunr, Norwegian": stock, "lunr * ~1 ~2": wild, MiniSearch: mini, "Fuse": fuse };
}
