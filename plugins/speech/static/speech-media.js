{
  /** What the system shows and steers: a Reading, or a Short's `session`. */
  let steered;

  /** Tell the system what plays, for lock screens and headphones; `reading` gets its commands. */
  const announce = (reading, title, artist) => {
    if (!("mediaSession" in navigator)) return;
    steered = reading;
    const session = navigator.mediaSession;
    session.metadata = new MediaMetadata({ title, artist });
    const actions = {
      play: () => reading.play(), pause: () => reading.pause(), stop: () => reading.pause(),
      previoustrack: () => reading.back(), nexttrack: reading.on ? () => reading.on() : null,
      seekto: ({ seekTime }) => reading.seek(seekTime * 1000),
    };
    for (const [name, act] of Object.entries(actions)) {
      try {
        session.setActionHandler(name, act);
      } catch {
        // a browser that does not know this action
      }
    }
    tellPlace(reading);
  };

  /** Tell the system where the sound of `reading` is, if that is what it steers. */
  const tellPlace = (reading) => {
    if (reading !== steered || !("mediaSession" in navigator)) return;
    const { audio } = reading;
    navigator.mediaSession.playbackState = audio.paused ? "paused" : "playing";
    if (!Number.isFinite(audio.duration)) return;
    const position = Math.min(audio.currentTime, audio.duration);
    navigator.mediaSession.setPositionState?.({ duration: audio.duration, playbackRate: audio.playbackRate, position });
  };

  Lyttevei.media = { announce, tellPlace };
}
