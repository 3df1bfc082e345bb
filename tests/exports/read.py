"""Reads an exported list as its readers do, and says as JSON what is in it.

    python read.py csv FILE [ENCODING]      Python's own csv module
    python read.py xlsx FILE                openpyxl
    python read.py vcard FILE               vobject
"""

import csv, json, sys


def read_csv(path, encoding="utf-8-sig"):
    with open(path, encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))


def read_xlsx(path):
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]

    def cell(cell):
        value = cell.value.date().isoformat() if cell.is_date else cell.value
        return {"type": "d" if cell.is_date else cell.data_type, "value": value, "guarded": bool(cell.quotePrefix)}

    return {
        "sheets": book.sheetnames,
        "frozen": sheet.freeze_panes,
        "filter": sheet.auto_filter.ref,
        "rows": [[cell(one) for one in row] for row in sheet.iter_rows()],
    }


def read_vcard(path):
    import vobject

    def told(line):
        value = line.value
        if line.name == "N":
            value = [value.family, value.given, value.additional, value.prefix, value.suffix]
        elif line.name == "ADR":
            value = [value.street, value.city, value.code, value.country]
        return {"value": value, "params": line.params}

    with open(path, encoding="utf-8", newline="") as file:
        cards = vobject.readComponents(file.read(), validate=False, allowQP=False)
        return [{name: [told(line) for line in lines] for name, lines in card.contents.items()} for card in cards]


readers = {"csv": read_csv, "xlsx": read_xlsx, "vcard": read_vcard}
json.dump(readers[sys.argv[1]](*sys.argv[2:]), sys.stdout)
