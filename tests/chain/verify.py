"""Recomputes a chain of decisions without Écrin, from the form that src-tauri/core/src/consents/seal.rs documents.

    ecrin-cli --file shop.ecrin chain --out chain.jsonl
    python3 verify.py chain.jsonl [HEAD, as printed on an attestation]

Says how many decisions hold and the newest seal; or ends with 1 and names the first decision that does not hold.
"""

import hashlib, json, sys

FIELDS = "decision client channel answer mode detail label at recorded_at operator source import items evidence".split()
seal = lambda text: hashlib.sha256(text.encode()).hexdigest()
header, *links = map(json.loads, open(sys.argv[1], encoding="utf-8"))
seals = [seal("ecrin-chain-1:" + header["file_id"])]
for number, link in enumerate(links, 1):
    form = ["ecrin-decision-1", seals[-1], *(link.get(field) for field in FIELDS)]
    seals.append(seal(json.dumps(form, ensure_ascii=False, separators=(",", ":"))))
    if [link.get(field) for field in ("decision", "previous", "seal")] != [number, *seals[-2:]]:
        sys.exit(f"decision {number} does not hold")
if [len(links), seals[-1]] != [header["decisions"], header["head"]] or "".join(sys.argv[2:]).lower() not in ["", *seals]:
    sys.exit(f"decision {len(links) + 1} is missing")
print(len(links), seals[-1])
