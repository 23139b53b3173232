"""Reads every document into the types that quicktype generated and writes it back:
quicktype_round_trip.py TYPES CORPUS/documents OUT"""

import importlib
import json
import sys
from pathlib import Path


def main() -> None:
    types, documents, out = map(Path, sys.argv[1:])
    sys.path.insert(0, str(types))
    count = 0
    for folder in sorted(documents.iterdir()):
        module = importlib.import_module(folder.name.replace("-", "_"))
        (read,) = (value for name, value in vars(module).items() if name.endswith("_from_dict"))
        (write,) = (value for name, value in vars(module).items() if name.endswith("_to_dict"))
        (out / folder.name).mkdir(parents=True, exist_ok=True)
        for file in sorted(folder.iterdir()):
            document = write(read(json.loads(file.read_text("utf-8"))))
            (out / folder.name / file.name).write_text(json.dumps(document, ensure_ascii=False), "utf-8")
            count += 1
    print(f"{count} documents written back")


main()
