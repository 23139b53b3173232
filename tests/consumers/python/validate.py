"""Holds the fixtures against the schemas with jsonschema: validate.py SCHEMAS CORPUS"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def read(path: Path) -> object:
    return json.loads(path.read_text("utf-8"))


def main() -> int:
    schemas, corpus = map(Path, sys.argv[1:])
    mistakes = []
    accepted = rejected = 0
    for path in sorted(schemas.glob("*.json")):
        schema = read(path)
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
        for kind in ("documents", "accepted"):
            for document in sorted((corpus / kind / path.stem).glob("*.json")):
                accepted += 1
                errors = validator.iter_errors(read(document))
                mistakes += [f"{document.stem} at {error.json_path}: {error.message[:200]}" for error in errors]
        for document in sorted((corpus / "rejected" / path.stem).glob("*.json")):
            rejected += 1
            if validator.is_valid(read(document)):
                mistakes.append(f"{document.stem} was accepted")
    if not accepted or not rejected:
        mistakes.append("there was nothing to accept or nothing to reject")
    print(*mistakes, sep="\n", file=sys.stderr)
    print(f"{accepted} documents accepted, {rejected} rejected")
    return 1 if mistakes else 0


sys.exit(main())
