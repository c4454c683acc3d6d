"""The pictures of the README, from the registry of the demonstration: ``make screenshots``."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from selenium.webdriver.common.by import By

from registry.demo import run_demo
from tests.registry.desk.browser import start
from tests.registry.desk.serving import served

WIDTH = 1100
HEIGHTS = {"desk-queue.png": 780, "desk-conflict.png": 1070}
"""What a page shows at its top: of a finding down to the buttons of the decision."""


def check_fonts() -> None:
    """Leaves where Chromium would draw Chinese as empty boxes, as far as the machine can say."""
    lister = shutil.which("fc-list")
    if lister and not subprocess.run([lister, ":lang=zh"], capture_output=True, check=True).stdout.strip():
        sys.exit("screenshots: no font here has Chinese; install one (Debian, Ubuntu: apt install fonts-noto-cjk)")


def main() -> None:
    """Writes ``desk-queue.png`` and ``desk-conflict.png`` into the folder that is named."""
    check_fonts()
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        run_demo(Path(scratch) / "articles")
        browser = start(Path(scratch) / "profile", "--hide-scrollbars")
        try:
            with served(Path(scratch) / "articles", editor="Mei Lin") as site:
                browser.get(site.link)
                for name, height in HEIGHTS.items():
                    size = {"width": WIDTH, "height": height, "deviceScaleFactor": 1, "mobile": False}
                    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
                    browser.save_screenshot(str(folder / name))
                    browser.find_element(By.CSS_SELECTOR, "a.entry, .steps a").click()
        finally:
            browser.quit()


if __name__ == "__main__":
    main()
