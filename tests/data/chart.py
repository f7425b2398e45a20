"""Draws how many people with cancer or another illness had each sign: ten lines, run in the folder of the data."""

import csv

with open("figures.csv", encoding="utf-8", newline="") as table:
    rows = [row for row in csv.DictReader(table) if row["measure"] == "share-with-sign"]
shares = [(row["name"], 100 * float(row["number"]) / float(row["per"])) for row in rows if row["number"]]
bars = [
    f'<rect y="{20 * n}" width="{share:g}" height="9"/><text x="110" y="{20 * n + 9}">{name}: {share:.0f} in 100</text>'
    for n, (name, share) in enumerate(shares)
]
with open("chart.svg", "w", encoding="utf-8") as chart:
    chart.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 {20 * len(bars)}">{"".join(bars)}</svg>')
