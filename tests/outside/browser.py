"""Pages in a real browser: what axe-core finds in them, and what stands out of a narrow screen."""

import html
import importlib.util
import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LONGEST_RUN = 300
NARROW = 320
"""CSS pixels at which nothing may need to be moved sideways (WCAG 2.2, 1.4.10)."""
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')

# Each page is looked at in a frame of its own, one after the other, in one run of the browser.
# A page that the browser never finishes leaves its mark out, and the run is no result.
_HARNESS = """<!DOCTYPE html><html lang="en"><title>Judging</title><body><script>
const pages = PAGES, axe = AXE, found = {};
const shown = (text, width) => new Promise(done => {
  const frame = document.createElement("iframe");
  frame.style.width = width + "px"; frame.style.height = "900px"; frame.style.border = "0";
  frame.onload = () => done(frame);
  frame.srcdoc = text;
  document.body.append(frame);
});
(async () => {
  for (const [name, text] of Object.entries(pages)) {
    const wide = await shown(text, 1280);
    const script = wide.contentDocument.createElement("script");
    script.textContent = axe;
    wide.contentDocument.head.append(script);
    const result = await wide.contentWindow.axe.run(wide.contentDocument, {iframes: false});
    wide.remove();
    const narrow = await shown(text, NARROW);
    const root = narrow.contentDocument.documentElement;
    found[name] = {
      violations: result.violations.flatMap(rule => rule.nodes.map(
        node => rule.id + ": " + node.target.join(" ") + " " + (node.failureSummary || ""))),
      unsure: result.incomplete.flatMap(rule => rule.nodes.map(
        node => rule.id + ": " + node.html)),
      passes: result.passes.map(rule => rule.id),
      beyond: root.scrollWidth - root.clientWidth,
    };
    narrow.remove();
  }
})().then(() => "", problem => String(problem)).then(problem => {
  const out = document.createElement("pre");
  out.id = "judged";
  out.textContent = JSON.stringify({found, problem});
  document.body.replaceChildren(out);
});
</script>"""


@dataclass(frozen=True)
class Judged:
    """What was found of one page."""

    violations: list[str]
    unsure: list[str]
    passes: list[str]
    beyond: int
    """Pixels that stand beyond the right edge of a screen as narrow as `NARROW`."""


def why_not() -> str:
    """Why no browser can be asked here; empty where one can."""
    if not _browser():
        return "There is no browser here (Debian: chromium)."
    if importlib.util.find_spec("axe_core_python") is None:
        return "The package axe-core-python is not installed."
    return ""


def judged(pages: Mapping[str, str], folder: Path) -> dict[str, Judged]:
    """Each page by its name. Raises `RuntimeError` where the browser did not come to an end.

    The pages are judged without their policy, under which no script may run; nothing else is
    changed in them.
    """
    harness = folder / "judging.html"
    bare = {name: _POLICY.sub("", text) for name, text in pages.items()}
    said = _HARNESS.replace("NARROW", str(NARROW))
    said = said.replace("AXE", _literal(_axe())).replace("PAGES", _literal(bare))
    harness.write_text(said, encoding="utf-8")
    done = subprocess.run(
        [
            *(_browser(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
            *(f"--user-data-dir={folder / 'profile'}", "--window-size=1400,1000"),
            *("--virtual-time-budget=600000", "--dump-dom", harness.as_uri()),
        ],
        capture_output=True,
        timeout=LONGEST_RUN,
        check=False,
    )
    out = re.search(r'<pre id="judged">(.*)</pre>', done.stdout.decode(), re.DOTALL)
    if out is None:
        raise RuntimeError(f"the browser did not end: {done.stderr.decode()[-2000:]}")
    told = json.loads(html.unescape(out[1]))
    if told["problem"] or set(told["found"]) != set(pages):
        raise RuntimeError(f"not every page was judged: {told['problem']}")
    return {name: Judged(**found) for name, found in told["found"].items()}


def _browser() -> str:
    return next((found for name in BROWSERS if (found := shutil.which(name))), "")


def _axe() -> str:
    spec = importlib.util.find_spec("axe_core_python")
    folders: Iterable[str] = (spec.submodule_search_locations or ()) if spec is not None else ()
    [script] = [path for each in folders for path in Path(each).glob("axe.min.js")]
    return script.read_text(encoding="utf-8")


def _literal(value: object) -> str:
    """A value as it may stand within a script: no end of the script is in it."""
    return json.dumps(value).replace("<", "\\u003c")
