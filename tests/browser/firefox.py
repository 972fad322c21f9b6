"""A Firefox that a test drives through Marionette, with all that its console said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from marionette_driver.marionette import Marionette

from tests.browser.ports import free_port, wait_for
from tests.programs import FIREFOX

#: Quiet, and without net traffic of its own; sound may start from a script. What pages may do on a disk is as Firefox has it.
SETTINGS = {
    "media.autoplay.default": 0,
    "media.volume_scale": "0.0",
    "app.update.enabled": False,
    "app.normandy.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.aboutwelcome.enabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
    **({"media.cubeb.backend": "alsa"} if sys.platform == "linux" else {}),
}
#: What the console has said about pages, since the test began: errors and warnings of scripts, policies and files.
SAID = """
const [place] = arguments;
return Services.console.getMessageArray()
    .filter((each) => each instanceof Ci.nsIScriptError && (each.sourceName || "").startsWith(place))
    .map((each) => `${each.category}: ${each.errorMessage} (${each.sourceName}:${each.lineNumber})`);
"""
STARTED = 120
#: A sound card for machines without one: ALSA's that swallows all.
SILENT = "pcm.!default { type null }\nctl.!default { type null }\n"
POLICY = "security.fileuri.strict_origin_policy"


class Firefox:
    """One window of a Firefox."""

    def __init__(self, driver: Marionette) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        """Go to an address and wait until all of it is loaded."""
        self.driver.navigate(address)

    def run(self, script: str, *arguments: Any) -> Any:
        """What a function's body gives in the page."""
        return self.driver.execute_script(script, script_args=arguments, sandbox=None)

    def until(self, script: str, *arguments: Any, seconds: float = 60) -> Any:
        """What a function's body gives in the page as soon as it is true."""
        end = time.monotonic() + seconds
        while not (found := self.run(script, *arguments)):
            if time.monotonic() > end:
                raise AssertionError(f"never true: {script}\n" + "\n".join(self.said("")))
            time.sleep(0.1)
        return found

    def as_shipped(self) -> None:
        """Marionette makes the policy for files lax, for its own tests: make it as people have it."""
        with self.driver.using_context("chrome"):
            self.driver.execute_script("Services.prefs.setBoolPref(arguments[0], true);", script_args=(POLICY,))

    def setting(self, name: str) -> Any:
        """A setting of the browser itself, as it is now."""
        with self.driver.using_context("chrome"):
            return self.driver.execute_script("return Services.prefs.getBoolPref(arguments[0]);", script_args=(name,))

    def forget(self) -> None:
        """Empty the console."""
        with self.driver.using_context("chrome"):
            self.driver.execute_script("Services.console.reset();")

    def said(self, place: str) -> list[str]:
        """Errors and warnings in the console about files whose address begins with `place`."""
        with self.driver.using_context("chrome"):
            return self.driver.execute_script(SAID, script_args=(place,))


@contextmanager
def firefox() -> Iterator[Firefox]:
    """A Firefox with a profile of its own while the block runs. Raises FileNotFoundError where there is none."""
    port = free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in {**SETTINGS, "marionette.port": port}.items()]
        Path(profile, ".asoundrc").write_text(SILENT, encoding="utf-8")
        Path(profile, "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [
            FIREFOX.get(),
            "--headless",
            "--no-remote",
            "--marionette",
            "-remote-allow-system-access",
            "--profile",
            profile,
            "about:blank",
        ]
        program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(profile))
        try:
            wait_for(port, program, STARTED)
            driver = Marionette(host="127.0.0.1", port=port, socket_timeout=STARTED)
            driver.start_session()
            driver.timeout.script = driver.timeout.page_load = STARTED
            found = Firefox(driver)
            found.as_shipped()
            yield found
        finally:
            program.terminate()
            program.wait(60)


def environment(home: str) -> dict[str, str]:
    """The machine's own, with a home that the test may fill."""
    return {**os.environ, "HOME": home, "MOZ_HEADLESS_WIDTH": "1280", "MOZ_HEADLESS_HEIGHT": "900"}
