{
  /** When all is erased, the player is as it was made: nothing chosen, nothing heard. It comes with the dialog that erases. */
  const forget = () => {
    const player = document.querySelector("ly-player");
    if (!player?.reading) return;
    for (const choice of player.querySelectorAll("[data-set]")) {
      if (choice.options) for (const option of choice.options) option.selected = option.defaultSelected;
      else choice.checked = choice.defaultChecked;
      player.use(choice);
    }
    player.reading.pause();
    player.reading.seek(0);
  };

  document.addEventListener("ly-erased", forget);
}
