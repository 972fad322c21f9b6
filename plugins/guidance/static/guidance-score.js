{
  /** Answers to a card. */
  const [NO, PERHAPS, YES] = [0, 1, 2];

  /** A family's cards in order, with their answers: "2,1,0". */
  const ofFamily = (letters, answers, letter) => answers.filter((_, i) => letters[i] === letter);

  /** For ties: the earlier a card, the more its answer counts (balanced base 3); the opposite answers give the opposite number. */
  const fine = (answers) => answers.reduce((sum, answer) => sum * 3 + answer - PERHAPS, 0);

  /** A place to begin counting families from when nothing else tells them apart; depends on all answers, favours none. */
  const turn = (answers, many) => {
    const sum = answers.reduce((all, answer, i) => all + answer * (i + 1) * (i + 1), 0);
    return sum % many;
  };

  /**
   * The families in order of how well they fit.
   *
   * `letters` is the family of each card, `answers` 0 (no), 1 (not sure) or 2 (yes) for each; `families` are all letters.
   * Every family has the same number of cards and each card counts the same; a tie is settled by which card came first, and if
   * that is the same too, by a turn that depends on all answers. Gives [{ letter, score }].
   */
  const rank = (letters, answers, families) => {
    const many = families.length;
    const first = turn(answers, many);
    const rows = families.map((letter, i) => {
      const own = ofFamily(letters, answers, letter);
      return { letter, score: own.reduce((sum, answer) => sum + answer, 0), fine: fine(own), turn: (i - first + many) % many };
    });
    const alike = rows[0].fine !== 0 && rows.every((row) => row.fine === rows[0].fine);
    if (alike && rows[0].fine < 0) rows.reverse(); // the same answers to every family: the opposite ones still begin elsewhere
    if (!alike) rows.sort((a, b) => b.score - a.score || b.fine - a.fine || a.turn - b.turn);
    return rows.map(({ letter, score }) => ({ letter, score }));
  };

  /**
   * The three families that fit best, each with why: `kind` is "ja", "kanskje" or "nei", and `cards` the numbers within the
   * family (from 0) of the cards that were answered so; none for "nei".
   */
  const result = (letters, answers, families) =>
    rank(letters, answers, families).slice(0, 3).map(({ letter }) => {
      const own = ofFamily(letters, answers, letter);
      const answered = (wanted) => own.flatMap((answer, i) => (answer === wanted ? [i] : []));
      const [yes, perhaps] = [answered(YES), answered(PERHAPS)];
      if (yes.length) return { letter, kind: "ja", cards: yes };
      return perhaps.length ? { letter, kind: "kanskje", cards: perhaps } : { letter, kind: "nei", cards: [] };
    });

  /** Jobs in order: those whose other interests also fit come first. `jobs` are letters ("RI"), `order` the families' letters. */
  const rankJobs = (jobs, letter, order) => {
    const other = (job) => Math.min(...[...job].filter((each) => each !== letter).map((each) => order.indexOf(each)), order.length);
    return jobs.map((job, i) => ({ i, own: job[0] === letter ? 0 : 1, other: other(job) }))
      .sort((a, b) => a.own - b.own || a.other - b.other || a.i - b.i)
      .map(({ i }) => i);
  };

  Lyttevei.cards = { rank, result, rankJobs, NO, PERHAPS, YES };
}
