"""Draws the speeds of a run of tests/bench/run as bars: plot.py BENCH.json PICTURE.svg"""
import json
import statistics
import sys

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "depeche"
from matplotlib import pyplot  # noqa: E402


def main():
    source, picture = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        rows = json.load(file)["rows"]
    figure, all_axes = pyplot.subplots(2, 1, figsize=(8, 4.5), layout="constrained")
    for axes, measure in zip(all_axes, ("words a second", "quads a second")):
        speeds = [(row["group"], sorted(row["values"])) for row in rows if row["name"] == measure]
        names = [name for name, _ in speeds]
        middles = [statistics.median(values) for _, values in speeds]
        spread = [[m - v[0] for m, (_, v) in zip(middles, speeds)], [v[-1] - m for m, (_, v) in zip(middles, speeds)]]
        bars = axes.barh(names, middles, xerr=spread, log=True, color="#4878a8", ecolor="#333333")
        axes.bar_label(bars, [f"{m:,.0f}" for m in middles], padding=6)
        axes.set_title(f"{measure} of processor time, logarithmic", loc="left", fontsize=10)
        axes.invert_yaxis()
        axes.margins(x=0.25)
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(picture, metadata={"Date": None})


main()
