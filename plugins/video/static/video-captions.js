{
  /** What a cue's settings in WebVTT are called in the browser, and how each is read. */
  const number = (text) => (text.endsWith("%") ? parseFloat(text) : Number(text));
  const SETTINGS = {
    line: (cue, text) => {
      cue.snapToLines = !text.includes("%");
      cue.line = number(text.split(",")[0]);
    },
    position: (cue, text) => { cue.position = number(text.split(",")[0]); },
    size: (cue, text) => { cue.size = number(text); },
    align: (cue, text) => { cue.align = text === "middle" ? "center" : text; },
    vertical: (cue, text) => { cue.vertical = text; },
  };

  /** Give a cue its settings; one that the browser does not know is left out. */
  const place = (cue, settings) => {
    for (const [name, value] of settings.split(" ").filter(Boolean).map((each) => each.split(":"))) {
      try {
        SETTINGS[name]?.(cue, value);
      } catch {
        // a value out of its range: the cue is shown in its usual place
      }
    }
    return cue;
  };

  /** The cues of a data script, which is flat: start and end in ms, text as WebVTT, settings. */
  const cues = (flat) => Array.from({ length: flat.length / 4 }, (_, i) => {
    const [start, end, text, settings] = flat.slice(4 * i, 4 * i + 4);
    return place(new VTTCue(start / 1000, end / 1000, text), settings);
  });

  /** The captions of one film: shown by the browser, chosen by the viewer. `tracks` are { lang, label, key }. */
  class Captions {
    constructor(video, tracks) {
      Object.assign(this, { video, tracks, made: new Map(), on: false, top: false });
      this.lang = tracks[0]?.lang;
    }

    /** Show what was chosen; a promise of whether it could be fetched. */
    async show() {
      const { on, lang, top } = this;
      for (const [known, track] of this.made) if (!on || known !== lang) track.mode = "disabled";
      if (!on) return true;
      try {
        const track = this.made.get(lang) ?? (await this.make(this.tracks.find((each) => each.lang === lang)));
        if (!this.on || this.lang !== lang) return true; // something else was chosen while we waited
        track.mode = "showing";
        for (const cue of track.cues) this.put(cue, top);
        return true;
      } catch {
        return false;
      }
    }

    async make({ lang, label, key }) {
      const found = cues(await Lyttevei.need(key));
      if (this.made.has(lang)) return this.made.get(lang);
      const track = this.video.addTextTrack("captions", label, lang);
      track.mode = "hidden"; // a disabled track takes no cues in some browsers
      for (const cue of found) track.addCue(cue);
      this.made.set(lang, track);
      return track;
    }

    /** At the top of the picture, or where the file has it. */
    put(cue, top) {
      cue.own ??= { line: cue.line, snapToLines: cue.snapToLines };
      Object.assign(cue, top ? { snapToLines: true, line: 0 } : cue.own);
    }
  }

  Lyttevei.FilmCaptions = Captions;
}
