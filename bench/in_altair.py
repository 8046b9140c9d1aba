"""The charts of a card in Altair, as an analyst of a council draws them; runs in .venv-bench.

`python in_altair.py CHARTS.json ROUNDS DRAWN.json`: draws each chart as SVG through vl-convert, once without the clock
and then ROUNDS times, writes the drawings, prints the seconds of each round and the peak memory as JSON. It shares no
code with the product.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from io import StringIO
from pathlib import Path

import altair as alt

WIDTH = 360
INK, BLUE, QUIET = "#0b0c0c", "#1d70b8", "#505a5f"
SERIES = ["#12436d", "#28a197", "#801650", "#f46a25"]


def label_axis(name: str = "label:N") -> alt.Y:
    return alt.Y(name, sort=None, title=None)


def number_axis(name: str, **more: object) -> alt.X:
    return alt.X(name, title=None, **more)


def bars(chart: dict, rows: alt.Data, *, grouped: bool = False) -> alt.Chart:
    """Bars with the line of a year earlier across and the number behind; once for each panel where grouped."""
    # Data of its own would draw every row in each panel.
    base = (alt.Chart() if grouped else alt.Chart(rows)).encode(y=label_axis())
    base = base.properties(width=90 if grouped else WIDTH)
    layers = alt.layer(
        base.mark_bar(color=BLUE).encode(x=number_axis("value:Q", axis=None)),
        base.mark_tick(color=INK, thickness=2.5).encode(x="earlier:Q"),
        base.mark_text(align="left", dx=5, fontWeight="bold").encode(x="value:Q", text="told:N"),
    )
    if not grouped:
        return layers
    return layers.facet(column=alt.Column("group:N", sort=None, title=None), data=rows)


def panels(chart: dict, rows: alt.Data) -> alt.Chart:
    return bars(chart, rows, grouped=True)


def columns(chart: dict, rows: alt.Data) -> alt.Chart:
    base = alt.Chart(rows).encode(x=alt.X("label:N", sort=None, title=None)).properties(width=WIDTH)
    height = alt.Y("value:Q", title=None, axis=None)
    return alt.layer(
        base.mark_bar(color=BLUE).encode(y=height),
        base.mark_tick(color=INK, thickness=2.5).encode(y="earlier:Q"),
        base.mark_line(color=INK, strokeDash=[4, 3], interpolate="step").encode(y="target:Q"),
        base.mark_text(dy=-7, fontWeight="bold").encode(y="value:Q", text="told:N"),
    )


def stacked(chart: dict, rows: alt.Data) -> alt.Chart:
    base = alt.Chart(rows).encode(y=label_axis(), order="place:O").properties(width=WIDTH)
    share = alt.X("value:Q", stack="normalize", title=None, axis=None)
    middle = alt.X("value:Q", stack="normalize", bandPosition=0.5)
    colour = alt.Color("group:N", sort=None, title=None, scale=alt.Scale(range=SERIES), legend=alt.Legend(orient="top"))
    return alt.layer(
        base.mark_bar().encode(x=share, color=colour),
        base.mark_text(color="white").encode(x=middle, detail="group:N", text="told:N"),
    )


def dots(chart: dict, rows: alt.Data) -> alt.Chart:
    base = alt.Chart(rows).encode(y=label_axis()).properties(width=WIDTH)
    layers = [
        base.mark_rule(color=QUIET, strokeWidth=2).encode(x="low:Q", x2="high:Q"),
        base.mark_point(color=BLUE, filled=True, size=80).encode(
            x=number_axis("value:Q", axis=alt.Axis(format="%", tickCount=5))
        ),
        base.mark_text(align="left", dx=8, dy=-8, fontWeight="bold").encode(x="value:Q", text="told:N"),
    ]
    if "reference" in chart:
        line = alt.Chart(alt.Data(values=[{"value": chart["reference"], "label": chart["reference_label"]}]))
        layers.append(line.mark_rule(strokeDash=[4, 3]).encode(x="value:Q"))
        layers.append(line.mark_text(dy=-8, y=0).encode(x="value:Q", text="label:N"))
    return alt.layer(*layers)


def steps(chart: dict, rows: alt.Data) -> alt.Chart:
    share = alt.Y("value:Q", title=None, axis=alt.Axis(format="%", tickCount=3))
    base = alt.Chart(rows).encode(x=alt.X("months:Q", title="months"), y=share).properties(width=WIDTH)
    return alt.layer(
        base.mark_area(color=BLUE, opacity=0.2, interpolate="step-after"),
        base.mark_line(color=BLUE, interpolate="step-after"),
        base.mark_text(dx=5, dy=-8, align="left", fontWeight="bold").encode(text="told:N"),
    )


def cascade(chart: dict, rows: alt.Data) -> alt.Chart:
    base = alt.Chart(rows).encode(y=label_axis()).properties(width=WIDTH)
    return alt.layer(
        base.mark_bar(color=BLUE).encode(x=number_axis("start:Q", axis=None), x2="value:Q"),
        base.mark_text(align="left", dx=5, fontWeight="bold").encode(x="value:Q", text="told:N"),
    )


KINDS = {
    "BarChart": bars,
    "ColumnChart": columns,
    "StackedBarChart": stacked,
    "IntervalChart": dots,
    "SurvivalChart": steps,
    "PanelChart": panels,
    "CascadeChart": cascade,
}


def draw(chart: dict) -> str:
    """Return a chart as SVG."""
    made = KINDS[chart["kind"]](chart, alt.Data(values=chart["rows"]))
    out = StringIO()
    made.properties(title=chart["title"]).configure_axis(labelLimit=400).save(out, format="svg")
    return out.getvalue()


def main() -> None:
    charts, rounds = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), int(sys.argv[2])
    drawn = [draw(chart) for chart in charts]
    Path(sys.argv[3]).write_text(json.dumps(drawn), encoding="utf-8")
    seconds, processor = [], []
    for _ in range(rounds):
        clock, work = time.perf_counter(), time.process_time()
        for chart in charts:
            draw(chart)
        seconds.append(time.perf_counter() - clock)
        processor.append(time.process_time() - work)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": seconds, "processor": processor, "peak_mib": peak}) + "\n")


if __name__ == "__main__":
    main()
