"""This environment → the bill of materials of a release: the packages that make it, and the libraries that it ships."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from faults import FaultError
from guide.content import assets

ROOT = Path(__file__).resolve().parent.parent


def sbom(released: Iterable[Path]) -> dict[str, Any]:
    """Return the bill of materials (CycloneDX): the packages that make a release, and what it ships."""
    # Not validated here: that takes most of a release, and what is written is this with parts taken out and put in.
    how = ["--output-reproducible", "--no-validate"]
    command = ["environment", "--pyproject", str(ROOT / "pyproject.toml"), *how, sys.prefix]
    tool = Path(sys.executable).with_name("cyclonedx-py")
    done = subprocess.run([tool, *command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise FaultError(f"{tool.name} could not list the packages — {done.stderr.strip()[-300:] or 'make .venv anew'}")
    found: dict[str, Any] = json.loads(done.stdout)
    root = found["metadata"]["component"]["bom-ref"]
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    # The environment holds the tools of the tests too.
    wanted = locked | makers()
    parts = [part for part in found["components"] if canonicalize_name(part["name"]) in wanted]
    needs_of = {part["ref"]: {*part.get("dependsOn", [])} for part in found["dependencies"]}
    used = {root, *(part["bom-ref"] for part in parts)}
    needs = {ref: used & others for ref, others in needs_of.items() if ref in used}
    shipped = [*libraries(), *map(file, released)]
    names = {library["bom-ref"] for library in shipped}
    needs |= {name: set() for name in names} | {root: needs[root] | names}
    found["components"] = [*parts, *shipped]
    found["dependencies"] = [{"ref": part, "dependsOn": sorted(others)} for part, others in sorted(needs.items())]
    return found


def libraries() -> list[dict[str, Any]]:
    """Return an entry for every file of others that readers get, as the list of assets names it.

    Raises SystemExit if the file is not the one that was named.
    """
    if found := list(assets.problems(ROOT)):
        raise SystemExit("\n".join(map(str, found)))
    return [
        {
            "bom-ref": f"{about['package']}=={about['version']}",
            "type": "library",
            "name": str(about["package"]),
            "version": str(about["version"]),
            "purl": f"pkg:npm/{about['package']}@{about['version']}",
            "licenses": [{"license": {"id": str(about["licence"])}}],
            "hashes": [{"alg": "SHA-256", "content": str(about["sha256"])}],
        }
        for about in assets.read_list(ROOT)[0].values()
        if "package" in about
    ]


def makers() -> set[str]:
    """Return the packages that make the formats of a release, the group `release`, and all that these need."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    found: set[str] = set()
    asked = {Requirement(one) for one in groups["release"]}
    while asked:
        one = asked.pop()
        name = canonicalize_name(one.name)
        if name not in found and (one.marker is None or one.marker.evaluate({"extra": ""})):
            found.add(name)
            with suppress(PackageNotFoundError):  # then nothing was made with it
                asked |= {Requirement(need) for need in requires(name) or ()}
    return found


def file(path: Path) -> dict[str, Any]:
    """Return the entry of a released file."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {
        "bom-ref": path.name,
        "type": "file",
        "name": path.name,
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }
