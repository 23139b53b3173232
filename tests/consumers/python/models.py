"""Generates pydantic models with datamodel-code-generator, one module a document, and takes the documents through them:
models.py SCHEMAS MODELS CORPUS/documents OUT"""

import importlib
import json
import re
import sys
from pathlib import Path

from datamodel_code_generator.__main__ import main as generate

OPTIONS = [
    "--input-file-type=jsonschema",
    "--output-model-type=pydantic_v2.BaseModel",
    "--target-python-version=3.11",
    "--formatters=builtin",
    "--use-annotated",
    "--enum-field-as-literal=one",
    "--disable-timestamp",
]
# A type that the generator could not follow, or made twice.
ODD = re.compile(r"^.*\bAny\b.*$|^class \w+\d\(.*$", re.MULTILINE)


def main() -> int:
    schemas, models, documents, out = map(Path, sys.argv[1:])
    models.mkdir(parents=True, exist_ok=True)
    sys.path.insert(0, str(models))
    mistakes = []
    count = 0
    for schema in sorted(schemas.glob("*.json")):
        name = schema.stem.replace("-", "_")
        target = models / f"{name}.py"
        code = int(generate([*OPTIONS, f"--input={schema}", f"--output={target}"]))
        if code:
            mistakes.append(f"{schema.stem}: the generator ended with {code}")
            continue
        text = target.read_text("utf-8")
        mistakes += [f"{schema.stem}: {line.strip()}" for line in ODD.findall(text)]
        title = json.loads(schema.read_text("utf-8"))["title"]
        model = getattr(importlib.import_module(name), title)
        (out / schema.stem).mkdir(parents=True, exist_ok=True)
        for file in sorted((documents / schema.stem).glob("*.json")):
            document = model.model_validate_json(file.read_text("utf-8"))
            text = document.model_dump_json(by_alias=True, exclude_unset=True)
            (out / schema.stem / file.name).write_text(text, "utf-8")
            count += 1
    print(*mistakes, sep="\n", file=sys.stderr)
    print(f"{count} documents written back")
    return 1 if mistakes or not count else 0


if __name__ == "__main__":
    sys.exit(main())
