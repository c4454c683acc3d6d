"""The pictures of the README, from the registry of the demonstration: ``make screenshots``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from selenium.webdriver.common.by import By

from registry.demo import run_demo
from tests.registry.desk.browser import start
from tests.registry.desk.serving import served

WIDTH = 1000


def main() -> None:
    """Writes ``desk-queue.png`` and ``desk-conflict.png`` into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        run_demo(Path(scratch) / "articles")
        browser = start(Path(scratch) / "profile", "--hide-scrollbars")
        try:
            with served(Path(scratch) / "articles", editor="Mei Lin") as site:
                browser.get(site.link)
                for name in ("desk-queue.png", "desk-conflict.png"):
                    size = {"width": WIDTH, "height": 780, "deviceScaleFactor": 1, "mobile": False}
                    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
                    browser.save_screenshot(str(folder / name))
                    browser.find_element(By.CSS_SELECTOR, "a.entry, .steps a").click()
        finally:
            browser.quit()


if __name__ == "__main__":
    main()
