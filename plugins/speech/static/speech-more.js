{
  /** Languages that a voice for Norwegian may be called. */
  const NORWEGIAN = new Set(["nb", "no"]);
  const main = (lang) => lang.split(/[-_]/)[0].toLowerCase();

  /** Whether a voice speaks a language: never another one's. */
  const speaks = (voice, lang) => main(voice.lang) === main(lang) || (NORWEGIAN.has(main(voice.lang)) && NORWEGIAN.has(main(lang)));

  /** The voices that are on this machine: a text is never sent to one that is not. */
  const localVoices = () => (globalThis.speechSynthesis?.getVoices() ?? []).filter((each) => each.localService);

  /** What the player's menu holds besides its switches: the device's own voices, a time to stop, and the next page. */
  class More {
    constructor(player) {
      Object.assign(this, { player, reading: player.reading });
      for (const name of ["voice", "sleep", "next"]) this[name] = player.querySelector(`[data-more=${name}]`);
      this.voice.addEventListener("change", () => this.choose());
      this.sleep.addEventListener("change", () => this.setSleep(Number(this.sleep.value)));
      this.next?.addEventListener("change", () => Lyttevei.remember("next", this.next.checked ? "on" : ""));
      player.addEventListener("ly-ended", () => this.goOn());
      this.watch(player.file);
      globalThis.speechSynthesis?.addEventListener("voiceschanged", () => this.showVoices());
      document.addEventListener("ly-erased", () => this.restore());
      this.restore();
    }

    /** What this tab chose earlier, perhaps on another page. */
    restore() {
      const { late } = this;
      if (this.next) this.next.checked = Lyttevei.recall("next") === "on";
      this.showSleep();
      this.showVoices();
      if (!Lyttevei.recall("go-on")) return;
      Lyttevei.remember("go-on", "");
      this.reading.seek(0);
      if (late) return void this.player.say("slept"); // the time ran out between two pages
      this.reading.play();
    }

    /** When to stop, in ms since 1970; 0 for never. */
    get until() {
      return Number(Lyttevei.recall("sleep"));
    }

    /** Stop in so many minutes; 0 for never. */
    setSleep(minutes) {
      Lyttevei.remember("sleep", minutes ? Date.now() + minutes * 60000 : "");
    }

    /** The choice nearest to the time that is left. */
    showSleep() {
      const left = (this.until - Date.now()) / 60000;
      const fitting = [...this.sleep.options].find((option) => left > 0 && Number(option.value) >= left);
      this.sleep.value = fitting?.value ?? "";
      if (!fitting) this.setSleep(0);
    }

    /** Whether there was a time to stop, and it has passed. */
    get late() {
      return this.until > 0 && Date.now() >= this.until;
    }

    /** Stop `audio` when it is time; a time that passed in a pause is over: whoever presses play is awake. */
    watch(audio) {
      audio.addEventListener("play", () => this.late && this.showSleep());
      audio.addEventListener("timeupdate", () => this.tick());
    }

    /** Sound goes on: is it time to stop? */
    tick() {
      if (!this.late || this.reading.audio.paused) return;
      this.showSleep();
      this.reading.pause();
      this.player.say("slept");
    }

    /** The page has been heard: on to the next, where the listener wants that. */
    goOn() {
      const { next } = this.player.dataset;
      if (!next || !this.next?.checked) return;
      Lyttevei.remember("go-on", "on");
      Lyttevei.go(next);
    }

    /** Offer the voices of this machine that speak the page's language; take the one chosen earlier. */
    showVoices() {
      const found = localVoices().filter((each) => speaks(each, document.documentElement.lang));
      this.voice.replaceChildren(this.voice.options[0], ...found.map(({ name, voiceURI }) => new Option(name, voiceURI)));
      this.voice.parentElement.hidden = !found.length;
      this.voice.value = found.some((each) => each.voiceURI === Lyttevei.recall("voice")) ? Lyttevei.recall("voice") : "";
      this.take();
    }

    choose() {
      Lyttevei.remember("voice", this.voice.value);
      this.take();
    }

    /** Read by the voice that is chosen, from where we are. */
    async take() {
      const wanted = this.voice.value;
      if (wanted === (this.reading.audio.voiceURI ?? "")) return;
      const { reading, player } = this;
      const audio = wanted ? await this.device(wanted) : player.file;
      if (!audio || wanted !== this.voice.value) return;
      const { ms, audio: { paused } } = reading;
      reading.pause();
      reading.hear(audio);
      player.use(player.querySelector("[data-set=speed]"));
      reading.seek(ms);
      if (!paused) reading.play();
    }

    /** The device's voice in the place of the sound file; undefined where the page's words cannot be had. */
    async device(voiceURI) {
      const [times] = await Promise.all([this.reading.timesOrTell(), Lyttevei.use("device")]).catch(() => []);
      if (!times) return undefined;
      const voiceFor = (lang) => [...localVoices().filter((each) => each.voiceURI === voiceURI), ...localVoices()].find((each) => speaks(each, lang));
      const sound = new Lyttevei.DeviceSound(times, voiceURI, voiceFor);
      this.watch(sound);
      sound.addEventListener("error", () => this.player.say("noAnswer"));
      return sound;
    }
  }

  Lyttevei.More = More;
}
