"""Compares documents with what a tool wrote back: same.py CORPUS/documents OUT"""

import json
import sys
from pathlib import Path


def differences(one: object, other: object, place: str = "") -> list[str]:
    """The places at which the two differ; 1, 1.0 and true are told apart, the order of keys is not."""
    if type(one) is not type(other):
        return [f"{place}: {one!r} became {other!r}"]
    if isinstance(one, dict):
        lost = [f"{place}/{key} is lost" for key in one if key not in other]
        gained = [f"{place}/{key} came from nowhere" for key in other if key not in one]
        both = [key for key in one if key in other]
        return lost + gained + [found for key in both for found in differences(one[key], other[key], f"{place}/{key}")]
    if isinstance(one, list):
        count = [] if len(one) == len(other) else [f"{place}: {len(one)} entries became {len(other)}"]
        pairs = enumerate(zip(one, other))
        return count + [found for at, pair in pairs for found in differences(*pair, f"{place}/{at}")]
    return [] if one == other else [f"{place}: {one!r} became {other!r}"]


def compare(original: Path, copy: Path) -> list[str]:
    if not copy.exists():
        return ["was not written back"]
    return differences(*(json.loads(path.read_text("utf-8")) for path in (original, copy)))


def main() -> int:
    documents, written = map(Path, sys.argv[1:])
    originals = sorted(documents.glob("*/*.json"))
    differing = 0
    for original in originals:
        found = compare(original, written / original.relative_to(documents))
        differing += bool(found)
        for difference in found[:3]:
            print(f"{original.stem} {difference}", file=sys.stderr)
    print(f"{len(originals) - differing} of {len(originals)} documents came back unchanged")
    return 0 if originals and not differing else 1


sys.exit(main())
